import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { noteSafety } from '../support/note-safety.ts';
import { openConnections } from '../support/open-connections.ts';
import { openConnection, readAnswer } from '../support/raw-request.ts';
import { everyCase } from '../support/sample.ts';
import { emptyGraph } from '../support/seeded-graph.ts';
import { type ServedGraph, serveGraph } from '../support/serve-graph.ts';

const clients = 300;
/** Fewer in the short run: what each of them is sent has to be made first. */
const readers = everyCase ? clients : 100;
const head = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';

let database: Database;
let served: ServedGraph;

beforeAll(async () => {
  database = await emptyGraph();
  served = await serveGraph(database, {
    GRAPH_LOG_LEVEL: 'silent',
    GRAPH_TRUSTED_PROXIES: '127.0.0.1',
  });
});

afterAll(async () => {
  await served.stop();
  await database.close();
});

async function ask(): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(`${served.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{__typename}"}',
  });
  expect(answer.status).toBe(200);
  await answer.text();
  return performance.now() - begun;
}

async function p95(): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 40; n += 1) {
    times.push(await ask());
    await sleep(50);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}

/** Sends a piece every two seconds until it is cut off. Shape: how long that took, and what it was told. */
async function trickle(socket: Socket, piece: string): Promise<{ seconds: number; status: number }> {
  const begun = performance.now();
  const timer = setInterval(() => socket.writable && socket.write(piece), 2000);
  const { status } = await readAnswer(socket);
  clearInterval(timer);
  return { seconds: (performance.now() - begun) / 1000, status };
}

/** Reads what is left until the end. Shape: how many bytes came in all. */
async function countBytes(socket: Socket): Promise<number> {
  socket.resume();
  if (!socket.closed) await once(socket, 'close');
  return socket.bytesRead;
}

describe('T8', () => {
  it.each([
    ['headers', 'x-more: a\r\n', 10, head],
    ['body', 'a', 15, `${head}content-length: 1000\r\n\r\n{"query":"`],
  ])('slow %s are cut off in time, and others are answered as before', async (what, piece, seconds, first) => {
    const before = await p95();
    const sockets = await Promise.all(Array.from({ length: clients }, () => openConnection(served.url)));
    for (const socket of sockets) socket.write(first);
    const cut = Promise.all(sockets.map((socket) => trickle(socket, piece)));
    const meanwhile = await p95();
    const ends = await cut;
    const slowest = Math.max(...ends.map((end) => end.seconds));
    const statuses = new Set(ends.map((end) => end.status));
    noteSafety('T8', {
      note: `slow ${what}: ${clients} clients cut within ${slowest.toFixed(1)} s; p95 of others ${before.toFixed(0)} → ${meanwhile.toFixed(0)} ms`,
    });
    expect(statuses).toEqual(new Set([408]));
    expect(Math.min(...ends.map((end) => end.seconds))).toBeGreaterThan(seconds - 2);
    expect(slowest).toBeLessThan(seconds + 5);
    expect(meanwhile).toBeLessThan(Math.max(250, before * 5));
  });

  it('slow reading is cut off in time, and others are answered as before', async () => {
    const body = JSON.stringify({
      query: '{ __schema { types { name description fields { name description args { name description } } } } }',
    });
    const one = (more: string) => `${head}${more}\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
    const alone = await openConnection(served.url);
    alone.write(one('connection: close'));
    const size = (await readAnswer(alone)).body.length;
    // More than the system keeps for one connection.
    const asked = Math.ceil((8 * 1024 * 1024) / size);
    const before = await p95();
    const idle = openConnections(served.url);
    const sockets = await Promise.all(Array.from({ length: readers }, () => openConnection(served.url)));
    const begun = performance.now();
    // Each an address of its own, or together they would soon have had their share.
    for (const [index, socket] of sockets.entries())
      socket.pause().write(one(`x-forwarded-for: 10.0.${Math.floor(index / 250)}.${(index % 250) + 1}`).repeat(asked));
    const reading = setInterval(() => sockets.forEach((socket) => void socket.read(100)), 2000);
    const meanwhile = await p95();
    expect(openConnections(served.url)).toBeGreaterThanOrEqual(readers);
    await expect.poll(() => openConnections(served.url), { timeout: 60_000, interval: 200 }).toBeLessThanOrEqual(idle);
    const seconds = (performance.now() - begun) / 1000;
    clearInterval(reading);
    const most = Math.max(...(await Promise.all(sockets.map(countBytes))));
    noteSafety('T8', {
      note: `slow reading: ${readers} clients cut within ${seconds.toFixed(1)} s; ${asked} answers of ${size} bytes asked, at most ${most} bytes given; p95 of others ${before.toFixed(0)} → ${meanwhile.toFixed(0)} ms`,
    });
    expect(most).toBeLessThan(size * asked * 0.9);
    expect(seconds).toBeLessThan(20);
    expect(meanwhile).toBeLessThan(Math.max(250, before * 5));
  });
});

it('T8: connections above the cap are closed, and room is made when others leave', async () => {
  const server = await serveGraph(database, { GRAPH_MAX_CONNECTIONS: '20', GRAPH_LOG_LEVEL: 'silent', GRAPH_ANSWER_STORE_MB: '0' });
  const held = await Promise.all(Array.from({ length: 20 }, () => openConnection(server.url)));
  const above = await Promise.all(Array.from({ length: 5 }, () => openConnection(server.url)));
  expect((await Promise.all(above.map(readAnswer))).map(({ status }) => status)).toEqual([0, 0, 0, 0, 0]);
  expect(held.every((socket) => !socket.closed)).toBe(true);
  for (const socket of held) socket.destroy();
  await expect.poll(async () => (await fetch(`${server.url}/livez`).catch(() => undefined))?.status).toBe(200);
  await server.stop();
});
