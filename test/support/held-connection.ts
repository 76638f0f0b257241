import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to Neo4j that can be made to fall silent. */
export interface HeldConnection {
  readonly uri: string;
  /** From now on nothing that Neo4j says arrives. */
  hold(): void;
  /** Lets through what was held, and everything after it. */
  release(): void;
  close(): Promise<void>;
}

/** Stands between a client and a Bolt address on loopback. */
export async function holdConnection(target: string): Promise<HeldConnection> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let held = false;
  let waiting: (() => void)[] = [];
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    }
    client.on('data', (bytes) => upstream.write(bytes)).on('close', () => upstream.destroy());
    const pass = (bytes: Buffer) => (held ? waiting.push(() => client.write(bytes)) : client.write(bytes));
    upstream.on('data', pass).on('close', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    uri: `bolt://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hold: () => {
      held = true;
    },
    release: () => {
      held = false;
      for (const write of waiting) write();
      waiting = [];
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
