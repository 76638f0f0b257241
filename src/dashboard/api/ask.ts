import hashes from 'virtual:stored-operations';
import { Fault } from './fault.ts';
import { nameOf, type Operation, textOf } from './graphql.ts';
import { keptToken } from './token.ts';

/** An answer: what is known, and the faults of the root fields that have none. */
export interface Answer<Result> {
  readonly data: Result;
  readonly faults: readonly Fault[];
}

interface Body<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Asks the graph. Errors: Fault, where there is no answer at all, or none yet: all that was asked for met a fault that passes. */
export async function ask<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer<Result>> {
  const { body, retryAfterS } = await answerOf<Result>(operation, variables, signal);
  const faults = (body.errors ?? []).map(({ message, extensions }) => new Fault(extensions?.code ?? 'UNKNOWN', message, retryAfterS));
  if (!body.data) throw faults[0] ?? new Fault('SERVICE_UNAVAILABLE', 'no data', retryAfterS);
  const passing = faults.find(({ passes }) => passes);
  if (passing && isEmpty(body.data)) throw passing;
  return { data: body.data, faults };
}

const isEmpty = (data: unknown): boolean => Object.values(data as object).every((value) => value === null);

/** Asks by the hash that the question is stored under; a service that does not know it, older or newer than this page, is sent the text. */
async function answerOf<Result>(operation: Operation, variables: unknown, signal?: AbortSignal) {
  const operationName = nameOf(operation);
  const hash = hashes[operationName];
  const byText = () => send<Result>({ query: textOf(operation), operationName, variables }, signal);
  if (!hash) return byText();
  const answer = await send<Result>({ documentId: `sha256:${hash}`, operationName, variables }, signal);
  const isUnknown = answer.body.errors?.some(({ extensions }) => extensions?.code === 'PERSISTED_QUERY_NOT_FOUND');
  return isUnknown ? byText() : answer;
}

async function send<Result>(question: object, signal?: AbortSignal): Promise<{ body: Body<Result>; retryAfterS?: number }> {
  const token = keptToken();
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
    ...(token && { authorization: `Bearer ${token}` }),
  };
  try {
    const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(question), signal });
    const body: Body<Result> = await response.json().catch(() => ({}));
    return { body, retryAfterS: Number(response.headers.get('retry-after')) || undefined };
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Fault('NETWORK', String(error));
  }
}
