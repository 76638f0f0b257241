import type { HTTPGraphQLRequest } from '@apollo/server';
import type { Caller } from '../domain/access.ts';

/**
 * What an answer depends on besides the graph: the question with its variables, the role of whoever asks, and how it is to be sent.
 * Shape: undefined for what is never kept: what may write, what another site's page could have sent, what is nested beyond measure.
 */
export function answerKey({ method, headers, body, search }: HTTPGraphQLRequest, { role }: Caller, encoding = ''): string | undefined {
  const asked = method === 'GET' ? search : canonicalJson(body);
  if (asked === undefined || mayWrite.test(asked) || (method === 'GET' && !isPreflighted(headers))) return undefined;
  return [role, headers.get('accept') ?? '', encoding, method, asked].join('\n');
}

// A question that merely holds the word is answered as ever.
const mayWrite = /mutation/i;

/** The executor lets by what a script sent; what it would refuse must not be found here. A POST comes this far as JSON only. */
const isPreflighted = (headers: HTTPGraphQLRequest['headers']): boolean =>
  !headers.has('content-type') && !!headers.get('apollo-require-preflight');

/** JSON in which the order of keys makes no difference. Shape: undefined for what is nested too deep to be written, which the guard refuses. */
function canonicalJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value, inOrder);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const inOrder = (_key: string, item: unknown): unknown =>
  typeof item === 'object' && item !== null && !Array.isArray(item)
    ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
    : item;
