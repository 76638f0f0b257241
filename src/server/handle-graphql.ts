import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, type BaseContext, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import { allow } from './allow-origins.ts';
import { checkSearch } from './check-search.ts';
import { compressText } from './compress-text.ts';
import type { EnterQuestion } from './limit-running.ts';
import type { PutInText } from './put-in-text.ts';
import { readBody } from './read-body.ts';
import { followRecord } from './record-plugin.ts';
import { recordOf } from './request-record.ts';
import { bad, type HttpFault, send, sendFault } from './send-json.ts';
import { startDeadline, waitUntil } from './start-deadline.ts';

/** What stands around the executor. */
export interface HandlerParts {
  readonly timeoutMs: number;
  readonly enter: EnterQuestion;
  readonly putInText: PutInText;
}

/** Makes the handler of `/graphql`: POST with JSON, GET for queries. Each has its turn, and no longer than the time for one. */
export function graphqlHandler<C extends BaseContext>(apollo: ApolloServer<C>, { timeoutMs, enter, putInText }: HandlerParts) {
  return async (request: IncomingMessage, response: ServerResponse, createContext: (signal: AbortSignal) => C): Promise<void> => {
    const body = await bodyOf(request);
    if ('fault' in body) return sendFault(response, body.fault, body.headers);
    const sent = { method: request.method ?? 'GET', headers: headersOf(request), search: searchOf(request), body: body.value };
    const http = putInText(sent);
    followRecord(http, recordOf(request));
    const signal = startDeadline(response, timeoutMs);
    // Only now, for a place is not kept for those who are slow to say what they want.
    const leave = await enter(signal);
    const asked = apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest: http, context: async () => createContext(signal) });
    const answer = await waitUntil(signal, asked).finally(leave);
    await sendAnswer(request, response, answer);
  };
}

type Body = { value: unknown } | { fault: HttpFault; headers?: [string, string][] };

async function bodyOf(request: IncomingMessage): Promise<Body> {
  if (request.method === 'POST') return readBody(request);
  if (request.method !== 'GET') return { fault: bad(405, 'Ask by POST, or a query by GET.'), headers: [['allow', allow]] };
  const fault = checkSearch(searchOf(request));
  return fault ? { fault } : { value: undefined };
}

function headersOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) map.set(name, [value].flat().join(', '));
  return map;
}

const searchOf = ({ url = '' }: IncomingMessage): string => (url.includes('?') ? url.slice(url.indexOf('?')) : '');

async function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: HTTPGraphQLResponse): Promise<void> {
  const { status = 200, headers } = answer;
  const text = answer.body.kind === 'complete' ? answer.body.string : '';
  const type = headers.get('content-type') ?? '';
  // A stop of the service may have answered in its stead.
  if (response.writableEnded || response.destroyed) return;
  // Apollo says some refusals in plain text.
  if (!type.includes('json')) return sendFault(response, bad(status === 200 ? 400 : status, text));
  for (const [name, value] of headers) response.setHeader(name, value);
  const { body, encoding } = await compressText(text, request.headers['accept-encoding']);
  response.appendHeader('vary', 'accept, accept-encoding');
  if (encoding) response.setHeader('content-encoding', encoding);
  send(response, status, type, body);
}
