import { delimiter, join } from 'node:path';
import type { ClassDataArchive } from './class-data-archive.ts';
import type { EmbeddedHome } from './lay-out-home.ts';

const OPENED = ['java.base/java.nio', 'java.base/java.io', 'java.base/sun.nio.ch'];

// On two cores the optimising compiler and G1's threads take from the start itself: four times as patient, and with a
// collector that fits a small heap, a later start took 6.9–9.8 s instead of 8.9–10.1 s.
const QUICK_START = [
  '-XX:+UseParallelGC',
  '-XX:Tier4InvocationThreshold=20000',
  '-XX:Tier4MinInvocationThreshold=2400',
  '-XX:Tier4CompileThreshold=60000',
];

const SMALL = { brief: ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'], long: ['-XX:+UseSerialGC'] };

/** How much the JVM may take. */
export interface JavaSize {
  /** A JVM size such as `512m` or `2g`. */
  heap: string;
  /** For tests, with a small page cache too: quick to start, or quick in the long run. */
  small?: keyof typeof SMALL;
}

/** The class path; `lib` first. An archive of class data fits only the very same path, jar for jar. */
export function classPath(home: EmbeddedHome): string {
  return [join(home.lib, '*'), join(home.plugins, '*')].join(delimiter);
}

/** Everything after `java` that starts the server; the entry point reads neither heap nor JVM flags from its configuration. */
export function buildJavaArguments(home: EmbeddedHome, { heap, small }: JavaSize, archive: ClassDataArchive): string[] {
  return [
    `-Xms${heap}`,
    `-Xmx${heap}`,
    ...(small ? SMALL[small] : QUICK_START),
    '-Xshare:auto',
    archive.building ? `-XX:ArchiveClassesAtExit=${archive.building}` : `-XX:SharedArchiveFile=${archive.path}`,
    '-XX:-OmitStackTraceInFastThrow',
    '-XX:+DisableExplicitGC',
    '-XX:+ExitOnOutOfMemoryError',
    '-Djdk.nio.maxCachedBufferSize=1024',
    '-Dio.netty.tryReflectionSetAccessible=true',
    '-Dlog4j2.disable.jmx=true',
    ...OPENED.map((name) => `--add-opens=${name}=ALL-UNNAMED`),
    '--enable-native-access=ALL-UNNAMED',
    '-Dfile.encoding=UTF-8',
    '-cp',
    classPath(home),
    'org.neo4j.server.CommunityEntryPoint',
    `--home-dir=${home.home}`,
    `--config-dir=${home.conf}`,
    '--console-mode',
  ];
}
