import type { HTTPGraphQLRequest } from '@apollo/server';
import { ForbiddenError, GraphError } from '../domain/errors.ts';
import type { StoredOperations } from './stored-operations.ts';

/** What was sent, but for its headers. */
export type Sent = Omit<HTTPGraphQLRequest, 'headers'>;

type Asked = Readonly<Record<string, unknown>>;

/** Lets questions be asked by the id of a stored one. Errors: FORBIDDEN, BAD_REQUEST. */
export type PutInText = (sent: Sent) => Sent;

/**
 * Makes what puts in the text where a stored question is asked by its id: `documentId: "sha256:…"`, or `extensions.persistedQuery`
 * as Apollo's clients write it. What is not known goes on as Apollo's clients write it, to be answered PERSISTED_QUERY_NOT_FOUND.
 * `onlyStored` refuses every other question.
 * Source: https://github.com/graphql/graphql-over-http/pull/264
 */
export function textPutter(stored: StoredOperations, onlyStored: boolean): PutInText {
  const texts = new Set(stored.values());
  return (sent) => {
    const asked = askedBy(sent);
    const complete = asked && withText(asked, stored);
    const { query } = complete ?? {};
    if (onlyStored && query !== undefined && !texts.has(query as string))
      throw new ForbiddenError('This service answers stored questions only: send the documentId of one.');
    return complete === asked || !complete ? sent : { ...sent, ...writtenAs(complete, sent) };
  };
}

/** Shape: what was asked itself, where there is nothing to put in. */
function withText(asked: Asked, stored: StoredOperations): Asked {
  const { documentId, ...rest } = asked;
  if (asked.query !== undefined && documentId !== undefined) throw new GraphError('BAD_REQUEST', 'Send query or documentId, not both.');
  if (asked.query !== undefined) return asked;
  if (typeof documentId !== 'string') {
    const text = stored.get(String(hashOf(asked.extensions)));
    return text === undefined ? asked : { ...asked, query: text };
  }
  const sha256Hash = documentId.replace(/^sha256:/, '');
  const text = stored.get(sha256Hash);
  return text === undefined ? { ...rest, extensions: { persistedQuery: { version: 1, sha256Hash } } } : { ...rest, query: text };
}

const hashOf = (extensions: unknown): unknown =>
  (extensions as { persistedQuery?: { sha256Hash?: unknown } } | null)?.persistedQuery?.sha256Hash;

/** Shape: undefined for what is no question at all. */
function askedBy({ method, body, search }: Sent): Asked | undefined {
  if (method !== 'GET') return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Asked) : undefined;
  const { extensions, ...texts } = Object.fromEntries(new URLSearchParams(search));
  return { ...texts, ...(extensions !== undefined && { extensions: parse(extensions) }) };
}

function writtenAs(asked: Asked, { method }: Sent): Partial<Sent> {
  if (method !== 'GET') return { body: asked };
  const texts = Object.entries(asked).map(
    ([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as [string, string],
  );
  return { search: `?${new URLSearchParams(texts)}` };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
