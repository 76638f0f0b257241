import type { HTTPGraphQLRequest } from '@apollo/server';
import type { Caller } from '../domain/access.ts';

/**
 * What an answer depends on besides the graph: the question with its variables, the role of whoever asks, and how it is to be sent.
 * Shape: undefined for what is never kept: what may write, and what another site's page could have sent.
 */
export function answerKey({ method, headers, body, search }: HTTPGraphQLRequest, { role }: Caller, encoding = ''): string | undefined {
  const asked = method === 'GET' ? search : canonicalJson(body);
  if (mayWrite.test(asked) || (method === 'GET' && !isPreflighted(headers))) return undefined;
  return [role, headers.get('accept') ?? '', encoding, method, asked].join('\n');
}

// A question that merely holds the word is answered as ever.
const mayWrite = /mutation/i;

/** The executor lets by what a script sent; what it would refuse must not be found here. A POST comes this far as JSON only. */
const isPreflighted = (headers: HTTPGraphQLRequest['headers']): boolean =>
  !headers.has('content-type') && !!headers.get('apollo-require-preflight');

/** JSON in which the order of keys makes no difference. */
const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
