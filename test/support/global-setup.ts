import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/database/embedded/start-embedded.ts';
import { smallServer } from './small-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    neo4j: { uri: string; username: string; password: string };
  }
}

/** Starts the one Neo4j of a test run in a home of its own; stops it afterwards, also after a failure. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'graph-test-'));
  try {
    const server = await startEmbedded(smallServer(home), (line) => console.log(line));
    const { uri, username, password } = server;
    project.provide('neo4j', { uri, username, password });
    return async () => {
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    };
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
}
