import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Whom a cluster names for what. Shape: each `host:port`. */
export interface Members {
  readonly WRITE: string;
  readonly READ: string;
}

/** An address that stands for a cluster: it leads to one Neo4j, and names as members whom it is told to name. */
export interface StubRouter {
  readonly uri: string;
  name(members: Members): void;
  close(): Promise<void>;
}

/** Stands before a Neo4j that has no cluster, and puts other addresses in the place of the one that Neo4j names: all have as many characters. */
export async function stubRouter(target: string, first: Members): Promise<StubRouter> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let members = first;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket.setNoDelay());
      socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    }
    client.pipe(upstream);
    upstream.on('data', (bytes) => client.write(renamed(bytes, own, members))).on('end', () => client.end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const own = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    uri: `neo4j://${own}`,
    name: (others) => {
      members = others;
    },
    close,
  };
}

/** A table of a cluster names an address and a role for each entry, in the same order. */
function renamed(bytes: Buffer, own: string, members: Members): Buffer {
  const text = bytes.toString('latin1');
  if (!text.includes(own)) return bytes;
  const roles = [...text.matchAll(/WRITE|READ|ROUTE/g)].map(([role]) => role);
  let at = 0;
  const named = text.replaceAll(own, () => {
    const role = roles[at++];
    return role === 'WRITE' || role === 'READ' ? members[role] : own;
  });
  return Buffer.from(named, 'latin1');
}
