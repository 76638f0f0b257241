import { afterEach, beforeEach, expect, it } from 'vitest';
import { connect, type Database } from '../../src/database/connect.ts';
import { testServer } from '../support/embedded-server.ts';
import { type FaultProxy, faultProxy } from '../support/fault-proxy.ts';

let way: FaultProxy;
let database: Database;

beforeEach(async () => {
  way = await faultProxy(testServer().uri);
  database = connect({ ...testServer(), uri: way.uri, database: 'neo4j', transactionTimeoutMs: 5000 });
});
afterEach(async () => {
  await database.close();
  await way.close();
});

const one = () => database.read('RETURN 1 AS one');
const unavailable = { code: 'SERVICE_UNAVAILABLE' };

it.each(['before', 'after'] as const)('a read whose connection breaks %s Neo4j has answered is sent again', async (side) => {
  await one();
  const sent = way.messages.length;
  way.cutAt(sent + 1, side);
  await expect(one()).resolves.toEqual([{ one: 1 }]);
  expect(way.messages.slice(sent).filter((name) => name === 'RUN').length).toBeGreaterThanOrEqual(2);
});

it('but once only: while Neo4j is away, whoever asks hears so', async () => {
  await one();
  way.shut();
  await expect(one()).rejects.toMatchObject(unavailable);
  way.open();
  await expect(one()).resolves.toEqual([{ one: 1 }]);
});

it('what Neo4j refuses is not sent again', async () => {
  await one();
  const sent = way.messages.length;
  await expect(database.read('RETURN nothing')).rejects.toThrow(/nothing/);
  expect(way.messages.slice(sent).filter((name) => name === 'RUN')).toEqual(['RUN']);
});
