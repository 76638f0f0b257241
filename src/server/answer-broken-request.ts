import type { Socket } from 'node:net';
import { bad, faultBody } from './send-json.ts';

const statuses: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** How long a refused client may take to read why. Units: ms. */
const farewell = 1000;

/** Answers what is no HTTP, or comes too slowly, as JSON, and closes. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  setTimeout(() => socket.destroy(), farewell).unref();
  if (!socket.writable || hasAnswered(socket)) return void socket.destroy();
  const body = faultBody(bad(400, 'The request cannot be read.'));
  const status = statuses[error.code ?? ''] ?? '400 Bad Request';
  const head = [
    `HTTP/1.1 ${status}`,
    'connection: close',
    'content-type: application/json; charset=utf-8',
    'x-content-type-options: nosniff',
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Bytes in the midst of another answer would be taken for a part of it. Source: https://nodejs.org/api/http.html#event-clienterror */
const hasAnswered = (socket: Socket): boolean =>
  (socket as { _httpMessage?: { headersSent: boolean } | null })._httpMessage?.headersSent === true;
