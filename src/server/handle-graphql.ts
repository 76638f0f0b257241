import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, type BaseContext, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { Caller } from '../domain/access.ts';
import { allow } from './allow-origins.ts';
import { answerKey } from './answer-key.ts';
import type { Answer, AnswerStore } from './answer-store.ts';
import { checkSearch } from './check-search.ts';
import { compressText, type Encoding, encodingFor } from './compress-text.ts';
import type { EnterQuestion } from './limit-running.ts';
import type { PutInText } from './put-in-text.ts';
import { readBody } from './read-body.ts';
import { followRecord } from './record-plugin.ts';
import { type RequestRecord, recordOf } from './request-record.ts';
import { sendAnswer } from './send-answer.ts';
import { bad, faultBody, type HttpFault, sendFault } from './send-json.ts';
import { startDeadline, waitUntil } from './start-deadline.ts';

/** What stands around the executor. */
export interface HandlerParts {
  readonly timeoutMs: number;
  readonly enter: EnterQuestion;
  readonly putInText: PutInText;
  /** None where no answers are kept. */
  readonly answers: Pick<AnswerStore, 'find'> | undefined;
}

/** Makes the handler of `/graphql`: POST with JSON, GET for queries. Each has its turn, and no longer than the time for one. */
export function graphqlHandler<C extends BaseContext>(apollo: ApolloServer<C>, { timeoutMs, enter, putInText, answers }: HandlerParts) {
  return async (request: IncomingMessage, response: ServerResponse, caller: Caller, createContext: (signal: AbortSignal) => C) => {
    const body = await bodyOf(request);
    if ('fault' in body) return sendFault(response, body.fault, body.headers);
    const sent = putInText({ method: request.method ?? 'GET', search: searchOf(request), body: body.value });
    const record = recordOf(request);
    const encoding = encodingFor(request.headers['accept-encoding']);
    let begun: AbortSignal | undefined;
    const deadline = () => {
      begun ??= startDeadline(response, timeoutMs);
      return begun;
    };
    const make = async (): Promise<Answer> => {
      const signal = deadline();
      // Only now, for a place is not kept for those who are slow to say what they want.
      const leave = await enter(signal);
      const http = { ...sent, headers: headersOf(request) };
      followRecord(http, record);
      const asked = apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest: http, context: async () => createContext(signal) });
      return pack(await waitUntil(signal, asked).finally(leave), encoding, record);
    };
    const key = answers && answerKey(sent, request.headers, caller, encoding);
    const found = answers && key !== undefined ? answers.find(key, make) : make();
    // What is kept needs no deadline.
    const answer = found instanceof Promise ? await waitUntil(deadline(), found) : found;
    if (record) Object.assign(record, answer.asked);
    sendAnswer(request, response, answer);
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

/** Makes of Apollo's answer what is sent. */
async function pack(answer: HTTPGraphQLResponse, encoding: Encoding | undefined, record: RequestRecord | undefined): Promise<Answer> {
  const { status = 200, headers } = answer;
  const text = answer.body.kind === 'complete' ? answer.body.string : '';
  const type = headers.get('content-type') ?? '';
  // Apollo says some refusals in plain text.
  if (!type.includes('json')) return refusal(bad(status === 200 ? 400 : status, text));
  const asked = { operation: record?.operation, fields: record?.fields };
  // Apollo writes errors first, where there are any.
  const lasts = status === 200 && asked.operation === 'query' && text.startsWith('{"data":');
  return { status, headers: [...headers], lasts, asked, ...(await compressText(text, encoding)) };
}

const refusal = (fault: HttpFault): Answer => ({
  status: fault.status,
  headers: [['content-type', 'application/json; charset=utf-8']],
  lasts: false,
  body: Buffer.from(faultBody(fault)),
});
