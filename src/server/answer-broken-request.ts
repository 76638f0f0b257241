import type { Socket } from 'node:net';
import type { Config } from '../config/read-config.ts';
import { describeExcess, type Excess } from '../domain/limits.ts';
import { bad, faultBody, type HttpFault } from './send-json.ts';

/** How much of a client's request the server waits for. */
export type RequestLimits = Pick<Config, 'maxHeaders' | 'headersTimeoutMs' | 'bodyTimeoutMs'>;

const words: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** How long a refused client may take to read why. Units: ms. */
const farewell = 1000;

/** Makes the answer to what is no HTTP, is too large or comes too slowly: JSON, and the end. */
export const brokenRequestAnswerer =
  (limits: RequestLimits) =>
  (error: NodeJS.ErrnoException, socket: Socket): void => {
    setTimeout(() => socket.destroy(), farewell).unref();
    if (!socket.writable || begunOn(socket)?.headersSent) return void socket.destroy();
    const { status = 400, ...fault } = faultOf(error, socket, limits);
    const body = faultBody(fault);
    const head = [
      `HTTP/1.1 ${status} ${words[status]}`,
      'connection: close',
      'content-type: application/json; charset=utf-8',
      'x-content-type-options: nosniff',
      `content-length: ${Buffer.byteLength(body)}`,
    ];
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  };

function faultOf(
  { code }: NodeJS.ErrnoException,
  socket: Socket,
  { maxHeaders, headersTimeoutMs, bodyTimeoutMs }: RequestLimits,
): HttpFault {
  if (code === 'HPE_HEADER_OVERFLOW')
    return over(431, { name: 'bytes of the headers', allowed: maxHeaders }, 'Send fewer, or shorter ones.');
  if (code !== 'ERR_HTTP_REQUEST_TIMEOUT') return bad('The request cannot be read.');
  const late = begunOn(socket)
    ? { name: 'ms for the body', allowed: bodyTimeoutMs }
    : { name: 'ms for the headers', allowed: headersTimeoutMs };
  return over(408, late, 'Send the request at once.');
}

const over = (status: number, limit: Excess, advice: string): HttpFault =>
  bad(describeExcess(limit, advice), { status, details: { limit } });

/**
 * The answer to a request whose headers have come. Once it is on its way, more bytes would be taken for a part of it.
 * Source: https://nodejs.org/api/http.html#event-clienterror
 */
const begunOn = (socket: Socket): { headersSent: boolean } | null | undefined =>
  (socket as { _httpMessage?: { headersSent: boolean } | null })._httpMessage;
