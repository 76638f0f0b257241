import { mkdtemp, readFile, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Database } from '../../src/database/connect.ts';
import type { SourceFile } from '../../src/domain/source-file.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { audit } from '../../src/recording/audit.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { sumReports } from '../../src/recording/report.ts';
import { hubEvent, writeSourceFiles } from '../support/hub-event.ts';
import { emptyGraph, testFile } from '../support/seeded-graph.ts';

let database: Database;

beforeEach(async () => {
  await database?.close();
  database = await emptyGraph();
});
afterAll(() => database.close());

/** The spring report as JSON Lines: what a line holds is up to the writer. */
async function springLines(): Promise<string[]> {
  const { source, entities, facts, leftOut } = parse(await readFile(testFile('spring-forum.yaml'), 'utf8')) as SourceFile;
  const lines = [{ source }, { entities }, ...facts.map((fact) => ({ facts: [fact] })), ...(leftOut ? [{ leftOut }] : [])];
  return lines.map((line) => JSON.stringify(line));
}

async function write(lines: readonly string[]): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'lines-')), 'spring.jsonl');
  await writeFile(path, lines.map((line) => `${line}\n`).join(''));
  return path;
}

const nodes = async () => (await database.read('MATCH (n) WHERE NOT n:Migration RETURN count(n) AS n'))[0]?.n;

describe('JSON Lines', () => {
  it('give the graph that the same in YAML gives', async () => {
    await importFiles(database, [testFile('spring-forum.yaml')]);
    const digest = await computeDigest(database);
    const again = sumReports(await importFiles(database, [await write(await springLines())]));
    expect([again, await computeDigest(database)]).toMatchObject([{ created: 0, changed: 0, withdrawn: 0 }, digest]);
    await database.close();
    database = await emptyGraph();
    await importFiles(database, [await write(await springLines())]);
    expect(await computeDigest(database)).toBe(digest);
    expect(await audit(database)).toEqual([]);
  });

  it.each<[string, (lines: string[]) => string[], RegExp]>([
    [
      'a misspelt word',
      (lines) => lines.map((line) => line.replace('MODERATOR', 'MODERATER')),
      /^FILE:5: facts\.2\.role: "MODERATER" is not one of .*"MODERATOR"\?/,
    ],
    [
      'an unknown name',
      (lines) => lines.map((line) => line.replace('"holder":"单晓月"', '"holder":"单晓夜"')),
      /^FILE:4: facts\.1\.holder: "单晓夜" is not known/,
    ],
    [
      'an unknown key',
      (lines) => lines.toSpliced(4, 0, '{"fakts":[]}'),
      /^FILE:5: must be an object with source, entities, facts or leftOut/,
    ],
    ['a line that breaks off', (lines) => lines.with(5, '{"facts":[{'), /^FILE:6: is no JSON/],
    ['an entity twice', (lines) => [...lines, lines[1] ?? ''], /^FILE:\d+: \S+ is declared on a line before, too/],
    ['a second source', (lines) => [...lines, lines[0] ?? ''], /^FILE:\d+: the source stands on the first line alone/],
    ['no source', (lines) => lines.slice(1), /^FILE:1: source: /],
    ['nothing', () => [], /^FILE:1: source: /],
  ])('are refused for %s, with file and line, and nothing is stored', async (_what, change, message) => {
    const path = await write(change(await springLines()));
    const error = await importFiles(database, [path]).catch((fault: Error) => fault);
    expect((error as Error).message.replaceAll(path, 'FILE')).toMatch(message);
    expect((error as Error).message).toContain('Nothing was stored.');
    expect(await nodes()).toBe(0);
  });

  it('pollute no prototype by their keys (V7)', async () => {
    const lines = await springLines();
    const path = await write([...lines, '{"entities":{"__proto__":{"polluted":true}}}', '{"__proto__":{"polluted":true}}']);
    await expect(importFiles(database, [path])).rejects.toThrow(/Nothing was stored/);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('a source larger than a batch', () => {
  it('is stored in batches, is unfinished until the last, and again changes nothing', async () => {
    const files = await writeSourceFiles(hubEvent(1000));
    const pending: unknown[] = [];
    const said: string[] = [];
    const watched: Database = {
      ...database,
      write: async (work, options) => {
        const answer = await database.write(work, options);
        pending.push((await database.read('MATCH (p:PendingImport) RETURN count(p) AS n'))[0]?.n);
        return answer;
      },
    };
    await importFiles(watched, files, { progress: (line) => said.push(line) });
    const pace = /^source:river-assembly-list-1: batch [12] stored; \d+ rows a second, \d+ (?:s|min) left$/;
    expect(said).toEqual([
      expect.stringMatching(pace),
      expect.stringMatching(pace),
      'source:river-assembly-list-1: batch 3 stored, the last',
    ]);
    expect(pending.slice(-5)).toEqual([1, 1, 1, 0, 0]);
    const digest = await computeDigest(database);
    expect(await audit(database)).toEqual([]);
    expect(sumReports(await importFiles(database, files))).toMatchObject({ created: 0, changed: 0, withdrawn: 0 });
    expect(await computeDigest(database)).toBe(digest);
  });

  it('says in a dry run what it would do, and keeps nothing', async () => {
    const files = await writeSourceFiles(hubEvent(1000));
    const tried = sumReports(await importFiles(database, files, { dryRun: true }));
    expect(await nodes()).toBe(0);
    expect(sumReports(await importFiles(database, files))).toEqual(tried);
  });
});

it('YAML above 16 MB is refused, with the advice to write JSON Lines (F17)', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'large-')), 'large.yaml');
  await writeFile(path, '# large\n');
  await truncate(path, 16 * 1024 * 1024 + 1);
  await expect(importFiles(database, [path])).rejects.toThrow(/large\.yaml: is larger than 16 MB\. Write it as JSON Lines/);
});
