import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

/** Opens a connection to a server; the caller ends it. */
export async function openConnection(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  // Being cut off is what most of these wait for.
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

/** Sends bytes as they are, and reads until the server closes. Shape: status 0 where it closed without a word. */
export async function sendRaw(url: string, ...pieces: readonly (string | Uint8Array)[]): Promise<RawAnswer> {
  const socket = await openConnection(url);
  for (const piece of pieces) socket.write(piece);
  return readAnswer(socket);
}

/** Reads all that comes until the server closes. */
export async function readAnswer(socket: Socket): Promise<RawAnswer> {
  const chunks: Buffer[] = [];
  // One that was paused stays so until it is told otherwise.
  socket.on('data', (chunk: Buffer) => chunks.push(chunk)).resume();
  // Not by `once`, which an error would end.
  await new Promise<void>((resolve) => (socket.closed ? resolve() : socket.once('close', () => resolve())));
  const [head = '', ...rest] = Buffer.concat(chunks).toString('utf8').split('\r\n\r\n');
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), headers: head, body: rest.join('\r\n\r\n') };
}

/** Posts on a connection of its own, which no earlier request has worn out, and stays to hear the answer. */
export async function postFresh(url: string, headers: Record<string, string>, pieces: readonly Uint8Array[]): Promise<RawAnswer> {
  const agent = new Agent({ keepAlive: true });
  const sending = request(url, { method: 'POST', agent, headers });
  const answered = once(sending, 'response');
  for (const piece of pieces) sending.write(piece);
  sending.end();
  const [answer] = await answered;
  const body = await text(answer);
  agent.destroy();
  return { status: answer.statusCode, headers: JSON.stringify(answer.headers), body };
}
