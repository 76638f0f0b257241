import type { IncomingMessage } from 'node:http';
import { allow } from './allow-origins.ts';
import { checkSearch } from './check-search.ts';
import type { Sent } from './put-in-text.ts';
import { parseBody, readBody } from './read-body.ts';
import { bad, type HttpFault } from './send-json.ts';

/** A question as it is written: the body of a POST, or what stands behind the `?` of a GET. */
export type Written = { readonly text: string } | { readonly fault: HttpFault; readonly headers?: [string, string][] };

/** Reads what was sent, up to so many bytes, and does not look into it. Errors: any, when the client leaves. */
export async function readQuestion(request: IncomingMessage, maxBody: number): Promise<Written> {
  if (request.method === 'POST') return readBody(request, maxBody);
  if (request.method === 'GET') return { text: searchOf(request) };
  return { fault: bad('Ask by POST, or a query by GET.', { status: 405 }), headers: [['allow', allow]] };
}

const searchOf = ({ url = '' }: IncomingMessage): string => (url.includes('?') ? url.slice(url.indexOf('?')) : '');

/** Takes what is written apart. Errors: BAD_REQUEST. */
export function parseQuestion(method: string, text: string): Sent {
  if (method === 'POST') return { method, search: '', body: parseBody(text) };
  checkSearch(text);
  return { method, search: text, body: undefined };
}
