import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { migrate } from '../../src/recording/migrate.ts';
import { migrations, newestMigration } from '../../src/recording/migrations.ts';
import { emptyGraph } from '../support/seeded-graph.ts';

let database: Database;
beforeAll(async () => {
  database = await emptyGraph();
});
afterAll(async () => {
  await database.write((tx) => tx.run('MATCH (m:Migration {number: 999}) DELETE m'));
  await database.close();
});

it('each migration is applied once and recorded', async () => {
  expect(await migrate(database)).toBe(0);
  const rows = await database.read('MATCH (m:Migration) RETURN m.number AS number, m.name AS name ORDER BY number');
  expect(rows).toEqual(migrations.map(({ number, name }) => ({ number, name })));
});

it('two facts cannot share an id, in either form', async () => {
  const twice = (cypher: string) => database.write((tx) => tx.run(cypher));
  await expect(twice("CREATE (:Position {factId: 'fact:x'}), (:Position {factId: 'fact:x'})")).rejects.toThrow(/already exists/);
  await expect(twice("CREATE (a)-[:PART_OF {factId: 'fact:x'}]->(b), (a)-[:PART_OF {factId: 'fact:x'}]->(b)")).rejects.toThrow(
    /already exists/,
  );
});

it('a graph of a version that left the ties of withdrawn facts is rid of them, and keeps the others', async () => {
  const run = (cypher: string) => database.write((tx) => tx.run(cypher));
  await run(
    "CREATE (:Fact {factId: 'fact:kept'}), (a:Person)-[:TIE {factId: 'fact:kept'}]->(b:Event), (a)-[:TIE {factId: 'fact:gone'}]->(b)",
  );
  await run('MATCH (m:Migration) WHERE m.number > 7 DELETE m');
  expect(await migrate(database)).toBe(newestMigration - 7);
  expect(await database.read('MATCH ()-[r:TIE]->() RETURN r.factId AS factId')).toEqual([{ factId: 'fact:kept' }]);
});

it('F26: a database that is newer than the program is refused', async () => {
  await database.write((tx) => tx.run('CREATE (:Migration {number: 999})'));
  await expect(migrate(database)).rejects.toThrow(/written by a newer version of this program \(schema 999/);
});
