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

/** Asks the graph. Errors: Fault, where there is no answer at all. */
export async function ask<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer<Result>> {
  const response = await send({ query: textOf(operation), operationName: nameOf(operation), variables }, signal);
  const retryAfterS = Number(response.headers.get('retry-after')) || undefined;
  const body: Body<Result> = await response.json().catch(() => ({}));
  const faults = (body.errors ?? []).map(({ message, extensions }) => new Fault(extensions?.code ?? 'UNKNOWN', message, retryAfterS));
  if (!body.data) throw faults[0] ?? new Fault('SERVICE_UNAVAILABLE', `HTTP ${response.status}`, retryAfterS);
  return { data: body.data, faults };
}

async function send(body: unknown, signal?: AbortSignal): Promise<Response> {
  const token = keptToken();
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
    ...(token && { authorization: `Bearer ${token}` }),
  };
  try {
    return await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(body), signal });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Fault('NETWORK', String(error));
  }
}
