import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { OperatorError } from '../../src/domain/errors.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { clearGraph } from '../support/embedded-server.ts';
import { encodeGb18030 } from '../support/encode-gb18030.ts';
import { noteSafety } from '../support/note-safety.ts';
import { randomFrom, seed } from '../support/sample.ts';
import { emptyGraph, testFile } from '../support/seeded-graph.ts';

let database: Database;
let whole: Buffer;
let folder: string;

beforeAll(async () => {
  database = await emptyGraph();
  folder = await mkdtemp(join(tmpdir(), 'damaged-'));
  // Characters beyond the first plane, and a rare one of it.
  whole = Buffer.from((await readFile(testFile('spring-forum.yaml'), 'utf8')).replaceAll('李明', '𠮷㛃'));
});
afterAll(() => database.close());

/** What an import of these bytes comes to; a fault that is none of the file's own fails the test. */
async function tryBytes(bytes: Buffer, dryRun: boolean): Promise<{ refused?: string; said: string[] }> {
  const path = join(folder, 'spring-forum.yaml');
  await writeFile(path, bytes);
  const said: string[] = [];
  try {
    await importFiles(database, [path], { dryRun, progress: (line) => said.push(line) });
    return { said };
  } catch (error) {
    expect(error).toBeInstanceOf(OperatorError);
    expect(error).toMatchObject({ exitCode: 3 });
    return { refused: (error as Error).message.replaceAll(path, 'FILE'), said };
  }
}

const stored = async () => (await database.read('MATCH (n) WHERE NOT n:Migration RETURN count(n) AS n'))[0]?.n;

describe('F14: a source file', () => {
  it('cut at any of 200 places is refused with its line, or it is told which lines of the document nothing cites', async () => {
    const places = Array.from({ length: 200 }, (_, index) => Math.floor((index * (whole.length - 1)) / 200));
    let refusals = 0;
    for (const place of places) {
      const { refused, said } = await tryBytes(whole.subarray(0, place), true);
      if (refused) {
        expect(refused).toMatch(/^FILE:\d+: /);
        refusals += 1;
      } else expect(said[0], `cut at ${place}`).toMatch(/lines \d.* are neither cited nor left out\. Is the file whole\?$/);
    }
    noteSafety('F14', {
      status: 'exit 3',
      note: `cut at ${places.length} places: ${refusals} refused with their line, ${places.length - refusals} told of lines nothing cites; 0 nodes stored`,
    });
    expect(refusals).toBeGreaterThan(100);
    expect(await stored()).toBe(0);
  });

  it('with a bit turned at any of 200 places is refused with its line, or is a file without a broken character', async () => {
    const random = randomFrom(seed);
    let refusals = 0;
    for (let n = 0; n < 200; n += 1) {
      const bytes = Buffer.from(whole);
      const place = Math.floor(random() * bytes.length);
      bytes[place] = (bytes[place] ?? 0) ^ (1 << Math.floor(random() * 8));
      const { refused } = await tryBytes(bytes, true);
      if (!refused) continue;
      expect(refused).toMatch(/^FILE:\d+: /);
      refusals += 1;
    }
    noteSafety('F14', { status: 'exit 3', note: `200 bits turned: ${refusals} refused with their line, 0 nodes stored; seed ${seed}` });
    expect(refusals).toBeGreaterThan(50);
    expect(await stored()).toBe(0);
  });

  it.each([
    ['a character that nobody can see', '\u200b', /holds the invisible character U\+200B at position 2; take it out/],
    ['a letter that nobody can see', '\u{e0041}', /holds the invisible character U\+E0041 at position 2; take it out/],
    ['a control character', '\\0', /holds the invisible character U\+0000/],
    ['a character lost before', '\ufffd', /holds U\+FFFD: a character was lost when the file was converted/],
  ])('with %s is refused', async (_what, character, message) => {
    const text = whole.toString('utf8').replace('name: 𠮷㛃', `name: "𠮷${character}㛃"`);
    expect((await tryBytes(Buffer.from(text), true)).refused).toMatch(message);
    noteSafety('F14', { status: 'exit 3', note: 'characters that nobody can see, or that were lost' });
  });
});

it('F14: an alias of nothing is refused with its line', async () => {
  const { refused } = await tryBytes(Buffer.from(whole.toString('utf8').replace('name: 𠮷㛃', 'name: *nobody')), true);
  expect(refused).toMatch(/^FILE:35: Unresolved alias/);
});

describe('F15: a source file', () => {
  const text = () => whole.toString('utf8');

  it('in UTF-8, with or without a byte order mark, keeps every character', async () => {
    const digests: string[] = [];
    for (const mark of ['', '\ufeff']) {
      await clearGraph(database);
      expect((await tryBytes(Buffer.from(mark + text()), false)).refused).toBeUndefined();
      digests.push(await computeDigest(database));
    }
    expect(digests[0]).toBe(digests[1]);
    expect(await database.read("MATCH (p:Person {name: '𠮷㛃'}) RETURN size(p.name) AS length")).toHaveLength(1);
    const [row] = await database.read(
      "MATCH (n) UNWIND keys(n) AS key WITH n[key] AS value WHERE toStringOrNull(value) CONTAINS '\ufffd' RETURN count(*) AS lost",
    );
    expect(row).toEqual({ lost: 0 });
    noteSafety('F15', {
      status: 'exit 0',
      note: `UTF-8, with or without a byte order mark: equal digests, 𠮷 and 㛃 kept, ${row?.lost} × U+FFFD`,
    });
    await clearGraph(database);
  });

  it.each<[string, () => Buffer]>([
    ['GB18030', () => encodeGb18030(text())],
    ['GBK', () => encodeGb18030(text().replaceAll('𠮷㛃', '李明'))],
    ['UTF-16 LE', () => Buffer.from(`\ufeff${text()}`, 'utf16le')],
    ['UTF-16 BE', () => Buffer.from(`\ufeff${text()}`, 'utf16le').swap16()],
    [
      'Latin-1',
      () =>
        Buffer.from(
          text()
            .replace('单晓月', 'Müller')
            .replaceAll(/[^\0-\xff]/gu, 'x'),
          'latin1',
        ),
    ],
    ['a mixture', () => Buffer.concat([whole, Buffer.from('# '), encodeGb18030('以上各项\n')])],
  ])('in %s is refused with its line', async (name, bytes) => {
    expect((await tryBytes(bytes(), false)).refused).toMatch(/^FILE:\d+: is not UTF-8\. Save the file as UTF-8 and import it again\.$/);
    expect(await stored()).toBe(0);
    noteSafety('F15', { status: 'exit 3', note: `${name}: refused with its line, 0 nodes stored` });
  });
});
