import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { readBody } from '../../src/server/read-body.ts';
import { startDeadline } from '../../src/server/start-deadline.ts';
import { openConnection } from '../support/raw-request.ts';

const headers = 'POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n';

/** A request whose client is gone before anything is made of it, as while its token is verified. */
async function leftAfter(sent: string): Promise<{ request: IncomingMessage; response: ServerResponse }> {
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const arrived = new Promise<[IncomingMessage, ServerResponse]>((resolve) =>
    server.on('request', (request, response) => resolve([request, response])),
  );
  const socket = await openConnection(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  socket.write(sent);
  const [request, response] = await arrived;
  const closed = new Promise((resolve) => response.on('close', resolve));
  socket.destroy();
  await closed;
  await new Promise(setImmediate);
  return { request, response };
}

it.each([
  ['before its body', headers],
  ['in the midst of its body', `${headers}{`],
  ['after its body', `${headers}{}`],
])('F5: the body of a client that left %s is not waited for', { timeout: 5000 }, async (_when, sent) => {
  const { request } = await leftAfter(sent);
  await expect(readBody(request, 1024)).rejects.toThrow('the client left');
});

it('F5: no work is done for a client that left before its time began', async () => {
  const { response } = await leftAfter(headers);
  const deadline = startDeadline(response, 60_000);
  expect(deadline.signal().aborted).toBe(true);
  await expect(deadline.wait(new Promise(() => {}))).rejects.toThrow('The client left');
});
