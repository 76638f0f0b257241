import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { layOutHome } from '../../src/database/embedded/lay-out-home.ts';
import { startEmbedded } from '../../src/database/embedded/start-embedded.ts';
import { killIfOurs } from '../../src/database/embedded/stop-server.ts';
import { smallServer } from './small-server.ts';

/** How to reach a Neo4j of a test run. */
export interface TestServer {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    servers: readonly TestServer[];
  }
}

/** Starts a Neo4j for each worker of a test run in a home of its own; stops them afterwards, also after a failure. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const homes = Array.from({ length: project.config.maxWorkers }, () => mkdtempSync(join(tmpdir(), 'graph-test-')));
  const running: Awaited<ReturnType<typeof startEmbedded>>[] = [];
  const remove = () => {
    for (const home of homes) rmSync(home, { recursive: true, force: true });
  };
  // An interrupted run ends at once, without its tear-down.
  const cutOff = () => {
    for (const home of homes) killIfOurs(layOutHome(home));
    remove();
  };
  process.once('exit', cutOff);
  const stop = async () => {
    await Promise.all(running.map((server) => server.stop()));
    remove();
    process.off('exit', cutOff);
  };
  try {
    for (const home of homes) running.push(await startEmbedded(smallServer(home, 'long'), (line) => console.log(line)));
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide(
    'servers',
    running.map(({ uri, username, password }) => ({ uri, username, password })),
  );
  return stop;
}
