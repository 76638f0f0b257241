import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { boltMessages } from './bolt-messages.ts';

/** A way to Neo4j on which everything that can happen to a network happens when it is told to. */
export interface FaultProxy {
  readonly uri: string;
  /** The names of the messages that clients have sent so far. */
  readonly messages: readonly string[];
  /** Every piece arrives so much later, and no more than so many bytes a second pass in one direction. */
  slow(latencyMs: number, bytesPerSecond?: number): void;
  /** Nothing arrives any more in either direction, and nobody is told. */
  hold(): void;
  /** Lets through what was held, and everything after it. */
  release(): void;
  /** Cuts the connection at the client's n-th message, from 1: before it reaches Neo4j, or when Neo4j has answered and the client has not heard. */
  cutAt(n: number, side: 'before' | 'after', then?: () => void): void;
  /** Cuts every connection; from now on none is let in, or each is. */
  shut(): void;
  open(): void;
  close(): Promise<void>;
}

/** Stands between clients and a Bolt address on loopback. */
export async function faultProxy(target: string): Promise<FaultProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const messages: string[] = [];
  let [latency, rate, shut] = [0, Number.POSITIVE_INFINITY, false];
  let gate = Promise.resolve();
  let release = () => {};
  let cut: { n: number; side: 'before' | 'after'; then?: () => void } | undefined;

  /** A direction: what goes in comes out in order, as late and as slowly as the way is. */
  const direction = (to: Socket) => {
    let way = Promise.resolve();
    return (bytes: Buffer) => {
      const due = Date.now() + latency;
      way = way.then(async () => {
        await gate;
        const wait = Math.max(due - Date.now(), (bytes.length / rate) * 1000);
        if (wait > 0) await sleep(wait);
        if (to.writable) to.write(bytes);
      });
    };
  };

  const server = createServer((client) => {
    if (shut) return client.destroy();
    const upstream = connect(Number(port), hostname);
    const [forward, back] = [direction(upstream), direction(client)];
    for (const socket of [client, upstream]) {
      sockets.add(socket.setNoDelay());
      socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    }
    let [manifest, deaf] = [false, false];
    const split = boltMessages(() => manifest);
    const end = () => {
      for (const socket of [client, upstream]) socket.destroy();
      const { then } = cut ?? {};
      cut = undefined;
      then?.();
    };
    client.on('data', (bytes) => {
      for (const message of split(bytes)) {
        if (message.name && !deaf) messages.push(message.name);
        const here = message.name && cut?.n === messages.length;
        if (here && cut?.side === 'before') return end();
        deaf ||= Boolean(here);
        forward(message.bytes);
      }
    });
    upstream.once('data', (bytes) => {
      manifest = bytes.readUInt32BE(0) === 0x1ff;
    });
    upstream.on('data', (bytes) => (deaf ? end() : back(bytes))).on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };

  return {
    uri: `bolt://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    slow: (latencyMs, bytesPerSecond = Number.POSITIVE_INFINITY) => {
      [latency, rate] = [latencyMs, bytesPerSecond];
    },
    hold: () => {
      gate = new Promise((resolve) => {
        release = resolve;
      });
    },
    release: () => release(),
    cutAt: (n, side, then) => {
      cut = { n, side, then };
    },
    shut: () => {
      shut = true;
      drop();
    },
    open: () => {
      shut = false;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      drop();
      await closed;
    },
  };
}
