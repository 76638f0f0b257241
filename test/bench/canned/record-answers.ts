import { connect } from 'node:net';
import { boltAnswers, boltMessages } from '../../support/bolt-messages.ts';
import { type BoltAddress, listenForBolt } from './listen-for-bolt.ts';
import { type Answers, requestKeys } from './request-keys.ts';

/** Stands between clients and a Neo4j, and keeps what it answers to each request; of several answers to the same, the last. */
export function recordAnswers(target: string, answers: Answers): Promise<BoltAddress> {
  const { hostname, port } = new URL(target);
  return listenForBolt((client) => {
    const upstream = connect(Number(port), hostname).setNoDelay();
    const [open, pieces]: [string[], Buffer[]] = [[], []];
    const [keyOf, cutAnswers] = [requestKeys(), boltAnswers()];
    let greeting: Buffer | undefined;
    const cutRequests = boltMessages(() => greeting !== undefined && isManifest(greeting));
    client.on('data', (bytes) => {
      for (const message of cutRequests(bytes)) {
        const key = keyOf(message);
        if (key !== undefined) open.push(key);
        upstream.write(message.bytes);
      }
    });
    upstream.on('data', (bytes) => {
      client.write(bytes);
      if (!greeting) {
        greeting = bytes;
        answers.set(open.shift() ?? '', bytes);
        return;
      }
      for (const { bytes: piece, last } of cutAnswers(bytes)) {
        pieces.push(piece);
        if (last) answers.set(open.shift() ?? '', Buffer.concat(pieces.splice(0)));
      }
    });
    upstream.on('error', () => client.destroy()).on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
}

/** Whether a server answered the handshake with a list of versions, of which the client chooses. */
export const isManifest = (greeting: Buffer): boolean => greeting.readUInt32BE(0) === 0x1ff;
