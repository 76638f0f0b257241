import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { deleteAll } from '../../src/recording/delete-all.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { noteSafety } from '../support/note-safety.ts';
import { seededGraph, testFile } from '../support/seeded-graph.ts';

const files = [testFile('spring-forum.yaml'), testFile('autumn-forum.yaml')];
let database: Database;

beforeAll(async () => {
  database = await seededGraph(files);
});

afterAll(() => database.close());

const one = async (cypher: string) => (await database.read(cypher))[0];

describe('two sources', () => {
  it('that say one fact make it once, with the words of the earlier', async () => {
    expect(await one("MATCH ()-[r:PARTICIPATED_IN {role: 'MODERATOR'}]->() RETURN count(r) AS facts, max(r.capacity) AS capacity")).toEqual(
      {
        facts: 1,
        capacity: '会长',
      },
    );
  });

  it('F12: that differ on a figure, a status or a day leave both and mark the fact disputed', async () => {
    expect(await one('MATCH (f:Figure) RETURN f.value AS value, f.disputed AS disputed')).toEqual({ value: 300, disputed: true });
    expect(await one('MATCH (p:Position) RETURN p.status AS status, p.disputed AS disputed')).toEqual({
      status: 'CURRENT',
      disputed: true,
    });
    expect(await one("MATCH (s:Statement {property: 'DATE'})-[:ABOUT]->(:Event) RETURN collect(s.disputed) AS disputed")).toEqual({
      disputed: [true, true],
    });
  });

  it('F12: leave the same graph in whatever order they come', async () => {
    const digest = await computeDigest(database);
    await deleteAll(database);
    await importFiles(database, files.toReversed());
    expect(await computeDigest(database)).toBe(digest);
    noteSafety('F12', { note: 'a figure, a status, a day: both kept, the fact disputed; the same digest in any order' });
  });

  it('that say present and absent dispute each other', async () => {
    expect(
      await one('MATCH ()-[r:ABSENT_FROM|PARTICIPATED_IN]->({id: "event:spring-forum"}) RETURN collect(r.disputed) AS disputed'),
    ).toEqual({
      disputed: [true, true],
    });
  });
});
