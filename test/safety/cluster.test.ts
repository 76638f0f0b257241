import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, type Database } from '../../src/database/connect.ts';
import { clearGraph, testDatabase, testServer } from '../support/embedded-server.ts';
import { type FaultProxy, faultProxy } from '../support/fault-proxy.ts';
import { noteSafety } from '../support/note-safety.ts';
import { type StubRouter, stubRouter } from '../support/stub-router.ts';

const direct = testDatabase();
let [leader, follower, next]: FaultProxy[] = [];
let router: StubRouter;
let cluster: Database;

const addressOf = (way: FaultProxy | undefined) => new URL(way?.uri ?? '').host;
const statementsOver = (way: FaultProxy | undefined) => way?.messages.filter((name) => name === 'RUN').length;

beforeAll(async () => {
  await clearGraph(direct);
  const { uri, ...login } = testServer();
  [leader, follower, next] = [await faultProxy(uri), await faultProxy(uri), await faultProxy(uri)];
  router = await stubRouter(uri, { WRITE: addressOf(leader), READ: addressOf(follower) });
  cluster = connect({ ...login, uri: router.uri, database: 'neo4j', transactionTimeoutMs: 5000 });
});
afterAll(async () => {
  await cluster.close();
  await router.close();
  for (const way of [leader, follower, next]) await way?.close();
  await direct.close();
});

it('F27: a cluster that changes its leader is written to at the new one, and what was written is waited for where it is read', async () => {
  const waitedFor: (readonly string[])[] = [];
  const open = cluster.driver.session.bind(cluster.driver);
  cluster.driver.session = (options) => {
    waitedFor.push([options?.bookmarks ?? []].flat());
    return open(options);
  };
  const write = () => cluster.write((tx) => tx.run('CREATE (:Probe)'));
  const count = async () => (await cluster.read('MATCH (n:Probe) RETURN count(n) AS n'))[0]?.n;
  await write();
  expect(await count()).toBe(1);
  expect([statementsOver(leader), statementsOver(follower)]).toEqual([1, 1]);

  leader?.shut();
  router.name({ WRITE: addressOf(next), READ: addressOf(follower) });
  const began = performance.now();
  await write();
  const ms = performance.now() - began;
  expect(await count()).toBe(2);
  expect([statementsOver(leader), statementsOver(next), statementsOver(follower)]).toEqual([1, 1, 2]);
  // Each reader is told of the write before it, and of none that it stands for.
  const [none, one, same, two] = waitedFor;
  expect([none, one?.length, same?.length, two?.length]).toEqual([[], 1, 1, 1]);
  expect(two).not.toEqual(one);
  noteSafety('F27', { ms, note: 'a stub names the members; the time is of the first write after the leader left' });
});
