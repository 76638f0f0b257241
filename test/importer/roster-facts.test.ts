import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { audit } from '../../src/recording/audit.ts';
import { migrate } from '../../src/recording/migrate.ts';
import { newestMigration } from '../../src/recording/migrations.ts';
import { askSchema } from '../support/ask-schema.ts';
import { changedFile } from '../support/changed-file.ts';
import { seededGraph, seedFiles, testFile } from '../support/seeded-graph.ts';

const spring = testFile('spring-forum.yaml');
let database: Database;

beforeAll(async () => {
  database = await seededGraph([...seedFiles(), spring]);
});
afterAll(() => database.close());

/** The rosters of all events, as they are answered, one after another: more at once than the service lets in would wait for a connection in vain. */
async function rosters(): Promise<unknown[]> {
  const ask = await askSchema(database);
  const events = await database.read('MATCH (e:Event) WHERE EXISTS { (e)<-[:ON_ROSTER]-() } RETURN e.id AS id ORDER BY id');
  const text = `query($id: ID!, $parts: Boolean) { roster(eventId: $id, includeSubEvents: $parts, first: 100) {
    entries { edges { node { participant { id } roles { factId role roleText event { id } onBehalfOf { id } } } } } } }`;
  const answers = [];
  for (const { id } of events)
    for (const parts of [true, false]) {
      const { data, errors } = await ask(text, { id, parts });
      expect(errors).toBeUndefined();
      answers.push(data);
    }
  return answers;
}

const write = (cypher: string) => database.write((tx) => tx.run(cypher));
const places = 'MATCH ()-[place:ON_ROSTER|ON_OWN_ROSTER]->()';
const found = async () => (await audit(database)).map(({ subject, detail }) => `${subject}: ${detail}`);

it('a graph of a version whose places did not name their facts answers the same once it is migrated', async () => {
  const before = await rosters();
  await write(`${places} REMOVE place.factIds`);
  await write('MATCH (m:Migration) WHERE m.number > 5 DELETE m');
  expect(await migrate(database)).toBe(newestMigration - 5);
  expect(await rosters()).toEqual(before);
  expect(await found()).toEqual([]);
});

it('the audit names a place whose facts are missing, or are not those by which someone took part', async () => {
  const place = "MATCH (:Person {id: 'person:li-ming'})-[place:ON_ROSTER]->(:Event {id: 'event:spring-forum'})";
  const [row] = await database.read(`${place} RETURN place.factIds AS factIds`);
  for (const change of ['REMOVE place.factIds', "SET place.factIds = ['fact:other']", "SET place.factIds = place.factIds + 'fact:other'"]) {
    await write(`${place} ${change}`);
    expect(await found()).toEqual(['person:li-ming: ON_ROSTER event:spring-forum']);
    await database.write((tx) => tx.run(`${place} SET place.factIds = $factIds`, row));
  }
  expect(await found()).toEqual([]);
});

it('a role that is no longer said leaves the roster, and comes back with its fact', async () => {
  const before = await rosters();
  const facts = async () => (await database.read(`${places} RETURN sum(size(place.factIds)) AS facts`))[0]?.facts;
  const all = Number(await facts());
  await importFiles(database, [await changedFile(spring, [/.*role: CLINIC_EXPERT.*\n/, ''])]);
  // At the clinic, and on the lists of it and of the forum that it was part of.
  expect(await facts()).toBe(all - 3);
  expect(await found()).toEqual([]);
  await importFiles(database, [spring]);
  expect(await rosters()).toEqual(before);
  expect(await found()).toEqual([]);
});
