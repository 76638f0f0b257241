import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '../config/read-config.ts';
import { OperatorError } from '../domain/errors.ts';
import { brokenRequestAnswerer, type RequestLimits } from './answer-broken-request.ts';

/** Where it listens, and what a client may take of it. */
export type ListenConfig = RequestLimits & Pick<Config, 'host' | 'port' | 'maxConnections'>;

/** Listens with the limits of a public server. Errors: OperatorError for a port that is taken or not ours to take. */
export async function listen(handler: RequestListener, config: ListenConfig): Promise<{ server: Server; url: string }> {
  const { host, port, maxConnections, maxHeaders, headersTimeoutMs, bodyTimeoutMs } = config;
  const server = createServer(
    {
      maxHeaderSize: maxHeaders,
      // Node's is the time for both.
      headersTimeout: Math.min(headersTimeoutMs, bodyTimeoutMs),
      requestTimeout: bodyTimeoutMs,
      // By default the two above are looked at every 30 s only.
      connectionsCheckingInterval: 1000,
      // Node's own refusals have no body; the handler refuses instead.
      requireHostHeader: false,
    },
    handler,
  );
  server.maxConnections = maxConnections;
  server.on('clientError', brokenRequestAnswerer(config));
  server.on('checkExpectation', handler);
  return { server, url: await open(server, host, port) };
}

/** Tries a port before anything slow begins. Errors: as of `listen`. */
export async function tryPort(host: string, port: number): Promise<void> {
  const server = createServer();
  await open(server, host, port);
  await new Promise((resolve) => server.close(resolve));
}

/** Shape: the address that is listened at. */
async function open(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, host, port)));
    server.listen(port, host, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
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
