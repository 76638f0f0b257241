import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { connect } from '../../src/database/connect.ts';
import { commandOf } from '../../src/database/embedded/server-process.ts';
import { stopServer } from '../../src/database/embedded/stop-server.ts';
import { explainError } from '../../src/domain/errors.ts';
import { askOverHttp, bearer } from '../support/ask-over-http.ts';
import { testServer } from '../support/embedded-server.ts';
import { lendJars } from '../support/lend-jars.ts';
import { claims, jwtSettings, signed } from '../support/make-token.ts';
import { noteSafety } from '../support/note-safety.ts';
import { runCommand } from '../support/run-command.ts';
import { runService } from '../support/run-service.ts';
import { serveGraph } from '../support/serve-graph.ts';
import { startService } from '../support/start-service.ts';

const canary = 'Kanarienvogel-4711-singt-im-Bergwerk';
const settings = { ...jwtSettings, GRAPH_JWT_SECRET: canary };
// A name of its own: Neo4j shuts out one that errs often.
const options = { username: canary, password: canary, database: 'neo4j', transactionTimeoutMs: 1000 };
const databases = [connect({ ...options, uri: testServer().uri }), connect({ ...options, uri: 'bolt://127.0.0.1:1' })];
afterAll(() => Promise.all(databases.map((database) => database.close())));

const question = '{ entity(id: "person:fan-daiming") { name } }';

it('R5: no secret stands in an answer or in the log, whatever fails', async () => {
  const seen: string[] = [];
  for (const database of databases) {
    const served = await serveGraph(database, settings);
    const token = await signed(claims(), canary);
    for (const headers of [{}, bearer(token), bearer(await signed(claims({ exp: 1 }), canary)), { authorization: canary }]) {
      const { status, text } = await askOverHttp(served.url, question, headers);
      expect(status).toBeGreaterThanOrEqual(400);
      seen.push(text);
    }
    seen.push(...served.logged, await (await fetch(`${served.url}/readyz`)).text(), await (await fetch(`${served.url}/metrics`)).text());
    await served.stop();
    expect(seen.join('\n')).not.toContain(token);
  }
  expect(seen.length).toBeGreaterThan(8);
  expect(seen.join('\n')).not.toContain(canary);
  noteSafety('R5', { note: `${seen.length} answers and lines of the log searched, 0 finds` });
});

it('R5: no secret stands in what a start says that fails', async () => {
  const said = await databases[0]?.read('RETURN 1').catch((error: unknown) => explainError(error));
  expect(said).toBe('Neo4j refuses the credentials. Check NEO4J_USERNAME and NEO4J_PASSWORD.');
});

describe('R5: in a process of its own, and in all that it says to anyone', { timeout: 600_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'graph-canary-'));
  const home = lendJars(folder);
  const [password, key] = [`${canary}-password`, `${canary}-key`];
  const [passwordFile, keyFile] = [home.passwordFile, join(folder, 'key')];
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  writeFileSync(keyFile, `${key}\n`, { mode: 0o600 });
  const { GRAPH_JWT_SECRET: _, ...issuer } = jwtSettings;
  const own = { ...issuer, GRAPH_JWT_SECRET_FILE: keyFile, GRAPH_HOME: folder, GRAPH_HEAP: '256m', GRAPH_LOG_LEVEL: 'debug' };
  /** A Neo4j of the operator's, that lets this name not in. */
  const remote = { ...issuer, NEO4J_URI: testServer().uri, NEO4J_USERNAME: 'canary', NEO4J_PASSWORD: password, GRAPH_JWT_SECRET: key };
  const encoded = [password, key].map((secret) => Buffer.from(secret).toString('base64').slice(0, -4));
  const canaries = [canary, ...encoded];

  afterAll(async () => {
    await stopServer(home);
    rmSync(folder, { recursive: true, force: true });
  });

  it('no secret stands, whether it answers, fails, loses its Neo4j or falls', async () => {
    // What it falls by carries everything along, as errors of libraries do.
    const fault = `process.on('SIGUSR2', () => { throw Object.assign(new Error('struck'), { carried: process.env }); })`;
    const service = await startService({
      ...own,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(fault)}`,
      CARRIED: canaries.join(),
    });
    onTestFinished(() => service.kill());
    await service.line(/^Ready/);
    const [good, stale, forged] = [
      await signed(claims(), key),
      await signed(claims({ exp: 1 }), key),
      await signed(claims(), `${canary}-wrong-key`),
    ];
    const seen: string[] = [];
    const ask = async (query: string, token: string) => {
      const { status, text, headers } = await askOverHttp(service.url, query, bearer(token));
      seen.push(text, JSON.stringify([...headers]));
      return status;
    };
    expect([await ask(question, good), await ask('{ facts(first: 1) { totalCount } }', good)]).toEqual([200, 200]);
    expect([await ask('{ person(', good), await ask(question, stale), await ask(question, forged), await ask(question, canary)]).toEqual([
      400, 401, 401, 401,
    ]);
    expect(await ask('{ participation(participantId: "person:nobody", eventId: "event:none") { answer } }', good)).toBe(200);
    const neo4j: number = JSON.parse(readFileSync(home.record, 'utf8')).pid;
    seen.push(...[service.pid, neo4j].map((pid) => commandOf(pid) ?? ''));
    for (const command of ['doctor', 'status']) {
      const { code, out, said } = await runCommand([command], { ...own, GRAPH_PORT: '0' }).ended;
      expect([command, code]).toEqual([command, 0]);
      seen.push(out, said);
    }
    process.kill(neo4j, 'SIGKILL');
    await expect.poll(() => ask('{ people(first: 2) { totalCount } }', good), { timeout: 30_000 }).toBe(503);
    for (const path of ['/metrics', '/readyz', '/livez', '/']) seen.push(await (await fetch(service.url + path)).text());
    process.kill(service.pid, 'SIGUSR2');
    expect(await service.ended).toBe(1);
    expect(service.lines().join()).toContain('Error: struck');
    seen.push(...service.lines(), service.out());
    expect(leaks(seen, [...canaries, ...[good, stale, forged].map((token) => token.split('.')[2] as string)])).toEqual([]);
    noteSafety('R5', { note: `a process: ${seen.length} answers, lines and pages searched, 0 finds` });
  });

  it.each<[string, string[], Record<string, string>, number]>([
    ['a start that is refused for a setting', [], { ...remote, GRAPH_PROT: '1' }, 2],
    ['a start that is refused for its credentials', [], remote, 2],
    ['the doctor who is not let in', ['doctor'], remote, 1],
    ['the status that is not let in', ['status'], remote, 2],
  ])('no secret stands: %s', async (_what, command, settings, code) => {
    const said = command.length > 0 ? await runCommand(command, settings).ended : await refused(settings);
    expect(said.code).toBe(code);
    expect(said.said).not.toBe('');
    expect(leaks([said.out, said.said], canaries)).toEqual([]);
  });
});

async function refused(settings: Record<string, string>) {
  const service = runService(settings);
  onTestFinished(() => service.kill());
  return { code: await service.ended, out: service.out(), said: service.lines().join('\n') };
}

const leaks = (texts: readonly string[], secrets: readonly string[]): string[] =>
  texts.flatMap((text) => (secrets.some((secret) => text.includes(secret)) ? [text] : []));
