import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';

/** A way to a Bolt address on which a word of the server is another of the same length; the caller closes it. */
export async function rewritingProxy(target: string, word: string, other: string): Promise<{ uri: string; close(): void }> {
  const { hostname, port } = new URL(target);
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    client.on('data', (bytes) => upstream.write(bytes)).on('close', () => upstream.destroy());
    upstream.on('data', (bytes) => client.write(replace(bytes, word, other))).on('close', () => client.destroy());
    for (const socket of [client, upstream]) socket.on('error', () => socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { uri: `bolt://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() };
}

/** Byte for byte, for Bolt is no text. */
const replace = (bytes: Buffer, word: string, other: string): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll(word, other), 'latin1');
