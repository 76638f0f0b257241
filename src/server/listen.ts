import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OperatorError } from '../domain/errors.ts';
import { answerBrokenRequest } from './answer-broken-request.ts';
import { bad, sendFault } from './send-json.ts';

/** What a client may take of the server. Units: bytes, ms. */
const limits: ServerOptions = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  // By default the two above are looked at every 30 s only.
  connectionsCheckingInterval: 1000,
  // Node's own refusal has no body; the handler refuses instead.
  requireHostHeader: false,
};

/** Listens with the limits of a public server. Errors: OperatorError for a port that is taken or not ours to take. */
export async function listen(
  handler: RequestListener,
  host: string,
  port: number,
  maxConnections = 1000,
): Promise<{ server: Server; url: string }> {
  const server = createServer(limits, handler);
  server.maxConnections = maxConnections;
  server.on('clientError', answerBrokenRequest);
  server.on('checkExpectation', (_request, response) => sendFault(response, bad(417, 'Leave the header Expect out.')));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, host, port)));
    server.listen(port, host, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return { server, url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}` };
}

/** Tries a port before anything slow begins. Errors: as of `listen`. */
export async function tryPort(host: string, port: number): Promise<void> {
  const { server } = await listen(() => {}, host, port);
  await new Promise((resolve) => server.close(resolve));
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new OperatorError(`Port ${port} is taken by another program. Stop it, or set GRAPH_PORT to a free port.`, 1, { cause: error });
  if (error.code === 'EACCES')
    return new OperatorError(`Port ${port} may not be used by this account. Set GRAPH_PORT to one above 1023.`, 1, { cause: error });
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new OperatorError(`${host} is no address of this machine. Check GRAPH_HOST.`, 1, { cause: error });
  return error;
}
