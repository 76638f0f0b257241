import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { connect } from '../../src/database/connect.ts';
import { buildJavaArguments } from '../../src/database/embedded/build-java-arguments.ts';
import { findFreePort } from '../../src/database/embedded/find-free-port.ts';
import { findJava } from '../../src/database/embedded/find-java.ts';
import { setInitialPassword } from '../../src/database/embedded/keep-password.ts';
import { launchServer } from '../../src/database/embedded/launch-server.ts';
import { layOutHome } from '../../src/database/embedded/lay-out-home.ts';
import { endServer } from '../../src/database/embedded/server-process.ts';
import type { TestServer } from './global-setup.ts';

const jars = fileURLToPath(new URL('../../.neo4j', import.meta.url));

/** Starts a Neo4j as an operator may have installed one: without our limits and without APOC, with these settings; the caller stops it. */
export async function plainServer(
  home: string,
  settings: Readonly<Record<string, string>>,
): Promise<TestServer & { stop(): Promise<unknown> }> {
  const places = { ...layOutHome(home, jars), plugins: join(home, 'plugins') };
  const java = findJava({ javaHome: process.env.JAVA_HOME, searchPath: process.env.PATH ?? '' }, () => {});
  const port = await findFreePort();
  const login = { uri: `bolt://127.0.0.1:${port}`, username: 'neo4j', password: 'made for this test' };
  const configuration = {
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.http.enabled': 'false',
    'dbms.usage_report.enabled': 'false',
    ...settings,
  };
  for (const folder of [places.conf, places.plugins]) mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(places.conf, 'neo4j.conf'),
    Object.entries(configuration)
      .map((pair) => `${pair.join('=')}\n`)
      .join(''),
  );
  await setInitialPassword(places, java, login.password, () => {});
  const { pid } = await launchServer(
    java,
    buildJavaArguments(places, { heap: '256m', small: 'brief' }, { path: join(home, 'none.jsa') }),
    places,
  );
  const database = connect({ ...login, database: 'neo4j', transactionTimeoutMs: 10_000 });
  await vi.waitFor(() => database.read('RETURN 1'), { timeout: 120_000, interval: 200 });
  await database.close();
  return { ...login, stop: () => endServer(pid, home) };
}
