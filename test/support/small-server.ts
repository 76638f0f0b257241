import { fileURLToPath } from 'node:url';
import type { EmbeddedOptions } from '../../src/database/embedded/start-embedded.ts';

/** Options for a server of a test, or of a whole run of tests: little memory, and the jars that `npm start` has fetched. */
export function smallServer(home: string, small: EmbeddedOptions['small'] = 'brief'): EmbeddedOptions {
  return {
    home,
    serverFolder: fileURLToPath(new URL('../../.neo4j', import.meta.url)),
    heap: '256m',
    small,
    java: { javaHome: process.env.JAVA_HOME, searchPath: process.env.PATH ?? '' },
  };
}
