import { connect as connectSocket, type Socket } from 'node:net';
import { afterAll, afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { handshake } from '../../src/database/bolt/requests.ts';
import { connect, type Database } from '../../src/database/connect.ts';
import { readPool } from '../../src/database/read-pool.ts';
import { TimeoutError, UnavailableError } from '../../src/domain/errors.ts';
import { listenForBolt } from '../bench/canned/listen-for-bolt.ts';
import { testServer } from '../support/embedded-server.ts';
import { type FaultProxy, faultProxy } from '../support/fault-proxy.ts';
import { countSlow, slowForUs } from '../support/slow-database.ts';

const patience = { timeout: 20_000 };
const options = { ...testServer(), database: 'neo4j', transactionTimeoutMs: 10_000, leanReads: true };
const direct = connect({ ...options, leanReads: false });

let way: FaultProxy;
let database: Database;

beforeEach(async () => {
  way = await faultProxy(testServer().uri);
  database = connect({ ...options, uri: way.uri });
});
afterEach(async () => {
  await database.close();
  await way.close();
  await expect.poll(() => countSlow(direct), patience).toBe(0);
});
afterAll(() => direct.close());

const one = () => database.read('RETURN 1 AS one');
const busy = () => readPool(database.driver)?.busy;
const sent = (name: string) => way.messages.filter((message) => message === name).length;
const runs = (signal?: AbortSignal, timeoutMs?: number) => slowForUs(database, timeoutMs).read('', {}, { signal });

/** A way on to Neo4j, which ends with the client's. */
function toNeo4j(client: Socket, first: Buffer = Buffer.alloc(0)): Socket {
  const upstream = connectSocket(Number(new URL(testServer().uri).port), '127.0.0.1');
  client.on('close', () => upstream.destroy());
  upstream.on('error', () => client.destroy()).write(first);
  return upstream;
}

describe('a read that is ended', () => {
  it('tells whoever asked at once, ends in Neo4j, and leaves its connection to the next', async () => {
    const leaving = new AbortController();
    const answer = runs(leaving.signal);
    await expect.poll(() => countSlow(direct), patience).toBe(1);
    const begun = performance.now();
    leaving.abort(new Error('left'));
    await expect(answer).rejects.toThrow('left');
    expect(performance.now() - begun).toBeLessThan(500);
    await expect.poll(() => countSlow(direct), patience).toBe(0);
    await expect.poll(busy, patience).toBe(0);
    const connections = sent('HELLO');
    await expect(one()).resolves.toEqual([{ one: 1 }]);
    expect(sent('HELLO')).toBe(connections);
  });

  it('before it has a connection is not sent at all', async () => {
    way.slow(100);
    const leaving = new AbortController();
    const answer = runs(leaving.signal);
    leaving.abort(new Error('left'));
    await expect(answer).rejects.toThrow('left');
    await expect(one()).resolves.toEqual([{ one: 1 }]);
    expect(sent('RUN')).toBe(1);
  });

  it('before it was asked is not sent either', async () => {
    await one();
    await expect(database.read('RETURN 2 AS two', {}, { signal: AbortSignal.abort(new Error('left')) })).rejects.toThrow('left');
    expect(sent('RUN')).toBe(1);
  });

  it('by its time is told as such', async () => {
    await expect(runs(undefined, 300)).rejects.toBeInstanceOf(TimeoutError);
    await expect(one()).resolves.toEqual([{ one: 1 }]);
  });

  it('by the end of the service hears so, and nothing is left open', async () => {
    const answer = runs();
    await expect.poll(() => countSlow(direct), patience).toBe(1);
    const closed = database.close();
    await expect(answer).rejects.toBeInstanceOf(UnavailableError);
    await closed;
    expect(readPool(database.driver)).toEqual({ busy: 0, idle: 0 });
    await expect.poll(() => sent('GOODBYE'), patience).toBe(sent('HELLO'));
    await expect(one()).rejects.toBeInstanceOf(UnavailableError);
    await expect.poll(() => countSlow(direct), patience).toBe(0);
  });
});

describe('a connection', () => {
  /** Reads rows of some 100 kB each; so often, the way is cut in the midst of the second. */
  async function readCut(times: number) {
    let [cuts, passed] = [times, 0];
    const address = await listenForBolt((client) => {
      const upstream = toNeo4j(client);
      client.pipe(upstream);
      upstream.on('data', (bytes) => {
        passed += bytes.length;
        if (passed < 150_000 || cuts === times) return client.write(bytes);
        [cuts, passed] = [cuts + 1, 0];
        upstream.destroy();
        client.destroy();
      });
    });
    const far = connect({ ...options, uri: address.uri });
    onTestFinished(async () => {
      await far.close();
      await address.close();
    });
    const read = () => far.read('UNWIND range(1, 10) AS n RETURN n, range(1, 30000) AS list');
    // One that is done again must have failed soon, which no statement does that is new to Neo4j.
    await read();
    [cuts, passed] = [0, 0];
    const first = await read().catch((error: unknown) => error);
    return { first, cuts, next: await read() };
  }
  const all = Array.from({ length: 10 }, (_, row) => ({ n: row + 1, list: Array.from({ length: 30_000 }, (_one, place) => place + 1) }));

  it('that is cut in the midst of a row is made anew, and the read done again', async () => {
    expect(await readCut(1)).toEqual({ first: all, cuts: 1, next: all });
  });

  it('that is cut there twice is told of, and the next read works', async () => {
    expect(await readCut(2)).toEqual({ first: expect.any(UnavailableError), cuts: 2, next: all });
  });

  it('that Neo4j closes while nothing is asked is not asked any more', async () => {
    await Promise.all([one(), one(), one()]);
    await expect.poll(() => readPool(database.driver), patience).toEqual({ busy: 0, idle: 3 });
    way.shut();
    way.open();
    await expect.poll(() => readPool(database.driver), patience).toEqual({ busy: 0, idle: 0 });
    const before = sent('RUN');
    await expect(one()).resolves.toEqual([{ one: 1 }]);
    expect(sent('RUN')).toBe(before + 1);
  });

  it('on which nothing arrives is noticed, and is of use again when it does', async () => {
    await one();
    way.hold();
    const begun = performance.now();
    await expect(one()).rejects.toBeInstanceOf(UnavailableError);
    expect(performance.now() - begun).toBeLessThan(7000);
    way.release();
    await expect.poll(busy, patience).toBe(0);
    const connections = sent('HELLO');
    await expect(one()).resolves.toEqual([{ one: 1 }]);
    expect(sent('HELLO')).toBe(connections);
  });

  it('on which nothing arrives is taken leave of, where anybody was there', async () => {
    await one();
    way.hold();
    await expect(one()).rejects.toBeInstanceOf(UnavailableError);
    await database.close();
    // Those that were opened to look for Neo4j had not found it.
    await expect.poll(() => [sent('HELLO'), sent('GOODBYE')], patience).toEqual([1, 1]);
    way.release();
  });

  it('is waited for a moment where all are taken', async () => {
    const few = connect({ ...options, maxRunning: 1 });
    onTestFinished(() => few.close());
    const leaving = new AbortController();
    const answers = Array.from({ length: 9 }, () => slowForUs(few).read('', {}, { signal: leaving.signal }));
    const left = Promise.allSettled(answers);
    await expect.poll(() => countSlow(direct), patience).toBe(9);
    await expect(few.read('RETURN 1 AS one')).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      cause: { message: expect.stringContaining('acquisition timed out') },
    });
    const next = few.read('RETURN 1 AS one');
    leaving.abort(new Error('left'));
    await expect(next).resolves.toEqual([{ one: 1 }]);
    expect((await left).map(({ status }) => status)).toEqual(Array(9).fill('rejected'));
    await expect.poll(() => readPool(few.driver)?.busy, patience).toBe(0);
  });

  it('to a server that speaks no version of ours is left to the driver', async () => {
    let refused = 0;
    const address = await listenForBolt((client) => {
      client.once('data', (first) => {
        if (!first.equals(handshake)) return client.pipe(toNeo4j(client, first)).pipe(client);
        refused += 1;
        client.end(Buffer.alloc(4));
      });
    });
    const elsewhere = connect({ ...options, uri: address.uri });
    onTestFinished(async () => {
      await elsewhere.close();
      await address.close();
    });
    for (let time = 0; time < 3; time += 1) expect(await elsewhere.read('RETURN 1 AS one')).toEqual([{ one: 1 }]);
    expect(refused).toBe(1);
  });
});
