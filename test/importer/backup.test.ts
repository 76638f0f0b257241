import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database, WriteTransaction } from '../../src/database/connect.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { audit } from '../../src/recording/audit.ts';
import { type BackupLine, checkBackup, readLines, writeBackup } from '../../src/recording/backup-file.ts';
import { deleteAll } from '../../src/recording/delete-all.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { exportGraph } from '../../src/recording/export-graph.ts';
import { readOverhaul } from '../../src/recording/overhaul.ts';
import { reset } from '../../src/recording/reset.ts';
import { restoreGraph } from '../../src/recording/restore-graph.ts';
import { withdrawSource } from '../../src/recording/withdraw-source.ts';
import { emptyGraph, testFile } from '../support/seeded-graph.ts';

const folder = mkdtempSync(join(tmpdir(), 'graph-backup-'));
const file = join(folder, 'graph.jsonl');
let database: Database;
let digest: string;
let counts: unknown;

const countsOf = async () =>
  database.read(`MATCH (n) WHERE NOT n:Migration UNWIND labels(n) AS name RETURN name, count(*) AS n ORDER BY name
    UNION ALL MATCH ()-[r]->() RETURN type(r) AS name, count(*) AS n ORDER BY name`);

beforeAll(async () => {
  database = await emptyGraph();
  await importFiles(database, [testFile('spring-forum.yaml'), testFile('autumn-forum.yaml')]);
  // What was withdrawn is kept in a backup too.
  const [source] = await database.read('MATCH (s:Source) RETURN s.id AS id ORDER BY id LIMIT 1');
  await withdrawSource(database, String(source?.id), 'for the test');
  [digest, counts] = [await computeDigest(database), await countsOf()];
  expect(await exportGraph(database, file)).toMatchObject({ digest });
});

afterAll(async () => {
  await deleteAll(database);
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The database, cut off at its n-th write. */
function cutAt(n: number): Database {
  let writes = 0;
  const write = async <T>(work: (tx: WriteTransaction) => Promise<T>, options?: { timeoutMs?: number }): Promise<T> => {
    if (++writes === n) throw new Error('cut off');
    return database.write(work, options);
  };
  return { ...database, write };
}

describe('a backup (F24)', () => {
  it('restores alone into an empty graph to the same digest, with all that is kept beside the facts', async () => {
    await reset(database);
    await restoreGraph(database, file);
    expect(await computeDigest(database)).toBe(digest);
    expect(await countsOf()).toEqual(counts);
    expect(await audit(database)).toEqual([]);
    const [row] = await database.read('MATCH (w:WithdrawnFact) RETURN valueType(w.withdrawnAt) AS type LIMIT 1');
    expect(row?.type).toBe('ZONED DATETIME NOT NULL');
  });

  it('of a version whose places on rosters did not name their facts is restored with them', async () => {
    expect(readFileSync(file, 'utf8')).toContain('factIds');
    const older = join(folder, 'older.jsonl');
    const { head, tail } = await checkBackup(file);
    async function* lines(): AsyncGenerator<BackupLine> {
      for await (const line of readLines(file)) {
        const { properties, ...rest } = JSON.parse(line) as BackupLine;
        yield { ...rest, properties: { ...properties, factIds: undefined } } as BackupLine;
      }
    }
    await writeBackup(older, { ...head, schema: 5 }, lines(), async () => tail.digest);
    expect(readFileSync(older, 'utf8')).not.toContain('factIds');
    await reset(database);
    await restoreGraph(database, older);
    expect(await audit(database)).toEqual([]);
  });

  it('is the same file again, but for its moment', async () => {
    const again = join(folder, 'again.jsonl');
    await exportGraph(database, again);
    const sorted = (path: string) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .slice(1, -2)
        .map((line) => line.replaceAll(/"4:[^"]*"/g, '""'))
        .sort();
    expect(sorted(again)).toEqual(sorted(file));
  });

  it('is not restored over a graph that holds something', async () => {
    await expect(restoreGraph(database, file)).rejects.toThrow('The graph is not empty. `reset --yes` empties it; then restore.');
    expect(await computeDigest(database)).toBe(digest);
  });
});

describe('half a backup (F25)', () => {
  const text = () => readFileSync(file, 'utf8');
  it.each<[string, () => string, RegExp]>([
    ['cut at a line', () => text().split('\n').slice(0, 40).join('\n'), /is half a backup: it breaks off after 39 lines/],
    ['cut inside a line', () => text().slice(0, text().length / 2), /is half a backup/],
    ['without a line', () => text().split('\n').toSpliced(20, 1).join('\n'), /was changed after it was written/],
    ['with one letter changed', () => text().replace('"EXPLICIT"', '"IMPLICIT"'), /was changed after it was written/],
    ['empty', () => '', /is no backup of this program/],
    ['of something else', () => '{"hello":1}\n', /is no backup of this program/],
  ])('%s is refused, and the graph left as it is', async (_, damaged, message) => {
    const half = join(folder, 'half.jsonl');
    writeFileSync(half, damaged());
    await expect(restoreGraph(database, half)).rejects.toThrow(message);
    expect(await computeDigest(database)).toBe(digest);
  });

  it('does not bear the name of a whole one, nor harm the one before', async () => {
    const before = text();
    const broken: Database = {
      ...database,
      async *stream() {
        yield { node: 'a', labels: [], properties: {} };
        throw new Error('cut off');
      },
    };
    await expect(exportGraph(broken, file)).rejects.toThrow('cut off');
    expect(text()).toBe(before);
    expect(readdirSync(folder)).not.toContain('graph.jsonl.part');
  });

  it('is refused when the graph changed while it was written', async () => {
    const changing: Database = {
      ...database,
      async *stream(cypher, params, options) {
        if (cypher.includes('elementId(n)'))
          await database.write((tx) => tx.run("MATCH (e:Entity) WITH e LIMIT 1 SET e.name = e.name + '改'"));
        yield* database.stream(cypher, params, options);
      },
    };
    const path = join(folder, 'changed.jsonl');
    await expect(exportGraph(changing, path)).rejects.toThrow(/was changed while it was written/);
    expect(existsSync(path)).toBe(false);
    await reset(database);
    await restoreGraph(database, file);
  });
});

describe('a restore that is cut off (F25)', () => {
  it('at any write is known as half, takes no import, and is made whole by the next', async () => {
    for (let n = 1; ; n++) {
      await reset(database);
      try {
        await restoreGraph(cutAt(n), file);
        expect(n).toBeGreaterThan(3);
        break;
      } catch (error) {
        expect(String(error)).toContain('cut off');
        if (await readOverhaul(database))
          await expect(importFiles(database, [testFile('spring-forum.yaml')])).rejects.toThrow(/A restore of this graph was cut off/);
        await restoreGraph(database, file);
        expect(await computeDigest(database)).toBe(digest);
        expect(await countsOf()).toEqual(counts);
      }
    }
  });
});
