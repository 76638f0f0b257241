import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { OperatorError } from '../domain/errors.ts';
import { faultBody } from './send-json.ts';

/** Listens with the limits of a public server. Errors: OperatorError for a port that is taken or not ours to take. */
export async function listen(handler: RequestListener, host: string, port: number): Promise<{ server: Server; url: string }> {
  const server = createServer({ maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 15_000 }, handler);
  server.maxConnections = 1000;
  server.on('clientError', answerBrokenRequest);
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

const brokenStatuses: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable) return void socket.destroy();
  const body = faultBody({ code: 'BAD_REQUEST', message: 'The request cannot be read.' });
  const status = brokenStatuses[error.code ?? ''] ?? '400 Bad Request';
  socket.end(
    `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
