import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answer-store.ts';

/** Sends an answer; who asks by GET and shows that it has it already is told so instead. */
export function sendAnswer({ method, headers }: IncomingMessage, response: ServerResponse, answer: Answer): void {
  // A stop of the service may have answered in its stead.
  if (response.writableEnded || response.destroyed) return;
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.appendHeader('vary', 'accept, accept-encoding, authorization');
  if (answer.encoding) response.setHeader('content-encoding', answer.encoding);
  if (method === 'GET' && answer.lasts) {
    const tag = tagOf(answer);
    response.setHeader('etag', tag);
    // Its reader may keep it, and asks each time whether it still holds.
    response.setHeader('cache-control', 'private, no-cache');
    if (headers['if-none-match'] === tag) return void response.writeHead(304).end();
  }
  response.writeHead(answer.status, { 'content-length': answer.body.byteLength });
  response.end(answer.body);
}

// Of an answer that is kept, each who asks by GET is told the same.
const tags = new WeakMap<Answer, string>();

function tagOf(answer: Answer): string {
  const tag = tags.get(answer) ?? `"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 22)}"`;
  tags.set(answer, tag);
  return tag;
}
