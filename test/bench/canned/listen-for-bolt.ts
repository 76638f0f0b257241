import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** An address that a Bolt client can be given. */
export interface BoltAddress {
  readonly uri: string;
  close(): Promise<void>;
}

/** Takes connections on loopback, and cuts them off when it is closed. */
export async function listenForBolt(take: (client: Socket) => void): Promise<BoltAddress> {
  const clients = new Set<Socket>();
  const server = createServer((client) => {
    clients.add(client.setNoDelay());
    client.on('close', () => clients.delete(client)).on('error', () => client.destroy());
    take(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    uri: `bolt://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const client of clients) client.destroy();
      await closed;
    },
  };
}
