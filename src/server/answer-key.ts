import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '../domain/access.ts';
import type { Sent } from './put-in-text.ts';

/**
 * What an answer depends on besides the graph: the question with its variables, the role of whoever asks, and how it is to be sent.
 * Shape: undefined for what is never kept: what may write, what another site's page could have sent, what is nested beyond measure.
 */
export function answerKey(
  { method, body, search }: Sent,
  headers: IncomingHttpHeaders,
  { role }: Caller,
  encoding = '',
): string | undefined {
  const asked = method === 'GET' ? search : canonicalJson(body);
  if (asked === undefined || mayWrite.test(asked) || (method === 'GET' && !isPreflighted(headers))) return undefined;
  return [role, headers.accept ?? '', encoding, method, asked].join('\n');
}

// A question that merely holds the word is answered as ever.
const mayWrite = /mutation/i;

/** The executor lets by what a script sent; what it would refuse must not be found here. A POST comes this far as JSON only. */
const isPreflighted = (headers: IncomingHttpHeaders): boolean =>
  headers['content-type'] === undefined && !!headers['apollo-require-preflight'];

/** JSON in which the order of keys makes no difference. Shape: undefined for what is nested too deep to be written, which the guard refuses. */
function canonicalJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(inOrder(value));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function inOrder(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return item;
  if (Array.isArray(item)) return item.map(inOrder);
  const fields = item as Record<string, unknown>;
  return Object.fromEntries(
    Object.keys(fields)
      .sort()
      .map((name) => [name, inOrder(fields[name])]),
  );
}
