import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { checkBackup } from '../../src/recording/backup-file.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { findMissingSchema } from '../../src/recording/find-missing-schema.ts';
import { migrate } from '../../src/recording/migrate.ts';
import { readOverhaul } from '../../src/recording/overhaul.ts';
import { reset } from '../../src/recording/reset.ts';
import { testServer } from '../support/embedded-server.ts';
import { faultProxy } from '../support/fault-proxy.ts';
import { passLockTime } from '../support/judge-import.ts';
import { noteSafety } from '../support/note-safety.ts';
import { type Ended, runCommand } from '../support/run-command.ts';
import { everyCase, randomFrom, seed } from '../support/sample.ts';
import { emptyGraph, testFile } from '../support/seeded-graph.ts';

const files = [testFile('spring-forum.yaml'), testFile('autumn-forum.yaml')];
const folder = mkdtempSync(join(tmpdir(), 'graph-killed-'));
const file = join(folder, 'graph.jsonl');
const points = everyCase ? 20 : 2;
const upgrades = everyCase ? 20 : 2;
const random = randomFrom(seed);
let database: Database;
let digest: string;

/** A command whose messages to Neo4j are counted, killed by force at one of them. */
async function command(args: readonly string[], killAt = 0): Promise<Ended & { messages: number }> {
  const { uri, username, password } = testServer();
  const way = await faultProxy(uri);
  const running = runCommand(args, { NEO4J_URI: way.uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password });
  way.cutAt(killAt, 'before', () => running.signal('SIGKILL'));
  const ended = await running.ended;
  await way.close();
  return { ...ended, messages: way.messages.length };
}

/** Different points of so many, in a row drawn at random. */
const draw = (messages: number, count = points): number[] =>
  [...new Set(Array.from({ length: count * 3 }, () => 1 + Math.floor(random() * messages)))].slice(0, count);

beforeAll(async () => {
  database = await emptyGraph();
  await importFiles(database, files);
  digest = await computeDigest(database);
  expect((await command(['backup', file])).code).toBe(0);
});

afterAll(async () => {
  await reset(database);
  await migrate(database);
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('killed by force', { timeout: 3_600_000 }, () => {
  it('F25: a backup leaves the one before whole, and no half one under a good name', async () => {
    const { messages } = await command(['backup', file]);
    for (const n of draw(messages)) {
      expect((await command(['backup', file], n)).code).toBe(null);
      expect((await checkBackup(file)).tail.digest).toBe(digest);
      const fresh = join(folder, `fresh-${n}.jsonl`);
      expect((await command(['backup', fresh], n)).code).toBe(null);
      // At its last message a backup is whole already.
      if (existsSync(fresh)) expect((await checkBackup(fresh)).tail.digest).toBe(digest);
    }
    expect(await computeDigest(database)).toBe(digest);
    expect((await command(['backup', file])).code).toBe(0);
    expect(readdirSync(folder)).not.toContain('graph.jsonl.part');
    noteSafety('F25', { note: `backup killed at ${points} of ${messages} points; seed ${seed}` });
  });

  it('F24, F25: a restore is known as half, has not begun, or is whole, and else the next makes it so', async () => {
    await reset(database);
    const { code, messages } = await command(['restore', file]);
    expect(code).toBe(0);
    let half = 0;
    for (const n of draw(messages)) {
      await reset(database);
      expect((await command(['restore', file], n)).code).toBe(null);
      await passLockTime(database);
      const left = await computeDigest(database);
      if (await readOverhaul(database)) half += 1;
      // All was done but to give the lock back: a graph that is whole is not restored again.
      else if (left === digest) continue;
      else expect(left).toBe(await digestOfNothing());
      expect(await command(['restore', file]).then(({ code, said }) => [code, said])).toEqual([0, '']);
      expect(await computeDigest(database)).toBe(digest);
    }
    noteSafety('F25', { note: `restore killed at ${points} of ${messages} points, known as half at ${half}; seed ${seed}` });
  });

  it('F25: a reset is known as half, has not begun, or is done, and else the next ends it', async () => {
    await importFiles(database, files);
    const { code, messages } = await command(['reset', '--yes']);
    expect(code).toBe(0);
    let half = 0;
    for (const n of draw(messages)) {
      await importFiles(database, files);
      expect((await command(['reset', '--yes'], n)).code).toBe(null);
      await passLockTime(database);
      if ((await readOverhaul(database)) === 'reset') half += 1;
      else expect([digest, await digestOfNothing()]).toContain(await computeDigest(database));
      expect((await command(['reset', '--yes'])).code).toBe(0);
      expect([await readOverhaul(database), await computeDigest(database)]).toEqual([undefined, await digestOfNothing()]);
    }
    noteSafety('F25', { note: `reset killed at ${points} of ${messages} points, known as half at ${half}; seed ${seed}` });
  });

  it('F26: an upgrade is made whole by the next start, and the data stay', async () => {
    await reset(database);
    await importFiles(database, files);
    await dropSchema();
    const { code, messages } = await command(['import', ...files]);
    expect(code).toBe(0);
    for (const n of draw(messages, upgrades)) {
      await dropSchema();
      await command(['import', ...files], n);
      await passLockTime(database);
      expect((await command(['import', ...files])).code).toBe(0);
      expect(await findMissingSchema(database)).toEqual([]);
      expect(await computeDigest(database)).toBe(digest);
    }
    noteSafety('F26', { note: `an upgrade from no schema killed at ${upgrades} of ${messages} points; seed ${seed}` });
  });
});

async function digestOfNothing(): Promise<string> {
  const nothing: Database = { ...database, read: async () => [] };
  return computeDigest(nothing);
}

/** The graph as a version has left it that knew of no constraint and no index. */
async function dropSchema(): Promise<void> {
  await database.write((tx) => tx.run('MATCH (m:Migration) DELETE m'));
  for (const { name } of await database.read('SHOW CONSTRAINTS YIELD name')) await database.schema(`DROP CONSTRAINT ${name}`);
  for (const { name } of await database.read("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"))
    await database.schema(`DROP INDEX ${name}`);
}
