import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, type BaseContext, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import { readBody } from './read-body.ts';
import { sendFault } from './send-json.ts';

/** Makes the handler of `/graphql`: POST with JSON, GET for queries. */
export function graphqlHandler<C extends BaseContext>(apollo: ApolloServer<C>) {
  return async (request: IncomingMessage, response: ServerResponse, createContext: () => C): Promise<void> => {
    const body = await bodyOf(request);
    if ('fault' in body) return sendFault(response, body.fault, body.headers);
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: request.method ?? 'GET', headers: headersOf(request), search: searchOf(request), body: body.value },
      context: async () => createContext(),
    });
    await sendAnswer(response, answer);
  };
}

type Body = { value: unknown } | (Extract<Awaited<ReturnType<typeof readBody>>, { fault: unknown }> & { headers?: [string, string][] });

async function bodyOf(request: IncomingMessage): Promise<Body> {
  if (request.method === 'GET') return { value: undefined };
  if (request.method !== 'POST')
    return { fault: { status: 405, code: 'BAD_REQUEST', message: 'Ask by POST, or a query by GET.' }, headers: [['allow', 'GET, POST']] };
  const body = await readBody(request);
  // What is left of a refused body is not read.
  return 'fault' in body && body.fault.status === 413 ? { ...body, headers: [['connection', 'close']] } : body;
}

function headersOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) map.set(name, [value].flat().join(', '));
  return map;
}

const searchOf = ({ url = '' }: IncomingMessage): string => (url.includes('?') ? url.slice(url.indexOf('?')) : '');

async function sendAnswer(response: ServerResponse, { status, headers, body }: HTTPGraphQLResponse): Promise<void> {
  const text = body.kind === 'complete' ? body.string : '';
  // Apollo says some refusals in plain text.
  if (!headers.get('content-type')?.includes('json'))
    return sendFault(response, { status: status ?? 400, code: 'BAD_REQUEST', message: text });
  for (const [name, value] of headers) response.setHeader(name, value);
  response.writeHead(status ?? 200, { 'content-length': Buffer.byteLength(text), 'x-content-type-options': 'nosniff' });
  response.end(text);
}
