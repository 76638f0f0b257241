import type { IncomingMessage } from 'node:http';
import { type ApolloServer, type BaseContext, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { Answer } from './answer-store.ts';
import { compressText, type Encoding } from './compress-text.ts';
import { statusOf } from './error-table.ts';
import type { EnterQuestion } from './limit-running.ts';
import type { Sent } from './put-in-text.ts';
import { noteErrors, type RequestRecord } from './request-record.ts';
import { bad, errorOf, faultBody, type HttpFault } from './send-json.ts';
import type { Deadline } from './start-deadline.ts';

/** A question with all that its answer takes. */
export interface Question<C> {
  readonly sent: Sent;
  readonly request: IncomingMessage;
  readonly encoding: Encoding | undefined;
  readonly record: RequestRecord;
  readonly deadline: Deadline;
  readonly createContext: (signal: () => AbortSignal) => C;
}

/** Answers a question. Errors: SERVICE_UNAVAILABLE while too many run; the deadline's. */
export type Execute<C> = (question: Question<C>) => Promise<Answer>;

/** Lets the executor answer questions, each in its turn. */
export function questionExecutor<C extends BaseContext>(apollo: ApolloServer<C>, enter: EnterQuestion): Execute<C> {
  return async ({ sent, request, encoding, record, deadline, createContext }) => {
    // Only now, for a place is not kept for those who are slow to say what they want.
    const leave = await enter(deadline.signal);
    const asked = apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { ...sent, headers: headersOf(request) },
      context: async () => createContext(deadline.signal),
    });
    return pack(await deadline.wait(asked).finally(leave), encoding, record);
  };
}

/** Those that the executor looks at. */
const headersRead = ['accept', 'apollo-require-preflight', 'content-type', 'x-apollo-operation-name'];

function headersOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const name of headersRead) if (headers[name] !== undefined) map.set(name, String(headers[name]));
  return map;
}

/** Makes of the executor's answer what is sent. */
async function pack(answer: HTTPGraphQLResponse, encoding: Encoding | undefined, record: RequestRecord): Promise<Answer> {
  const { status = 200, headers } = answer;
  const text = answer.body.kind === 'complete' ? answer.body.string : '';
  const type = headers.get('content-type') ?? '';
  // Apollo says some refusals in plain text.
  if (!type.includes('json')) return refusal(bad(text, { status: status === 200 ? 400 : status }), record);
  // Of what it cannot read as a question, or write as an answer, Apollo tells no plugin.
  if (!record.codes?.length && text.startsWith('{"errors":')) noteErrors(record, JSON.parse(text).errors);
  const asked = { operation: record.operation, fields: record.fields, codes: record.codes };
  // Apollo writes errors first, where there are any.
  const lasts = status === 200 && asked.operation === 'query' && text.startsWith('{"data":');
  return { status, headers: [...headers], lasts, asked, ...(await compressText(text, encoding)) };
}

function refusal(fault: HttpFault, record: RequestRecord): Answer {
  noteErrors(record, [errorOf(fault)]);
  return {
    status: fault.status ?? statusOf(fault.code),
    headers: [['content-type', 'application/json; charset=utf-8']],
    lasts: false,
    body: Buffer.from(faultBody(fault)),
  };
}
