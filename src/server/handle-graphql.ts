import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BaseContext } from '@apollo/server';
import type { Caller } from '../domain/access.ts';
import { once } from '../domain/once.ts';
import { answerKeys } from './answer-key.ts';
import type { FindAnswer } from './answer-store.ts';
import { encodingFor } from './compress-text.ts';
import type { Execute } from './execute-question.ts';
import type { PutInText } from './put-in-text.ts';
import { parseQuestion, readQuestion } from './read-question.ts';
import type { RequestRecord } from './request-record.ts';
import { sendAnswer } from './send-answer.ts';
import { refuse } from './send-failure.ts';
import { startDeadline } from './start-deadline.ts';

/** What stands around the executor. */
export interface HandlerParts<C> {
  readonly timeoutMs: number;
  /** Units: bytes. */
  readonly maxBody: number;
  readonly putInText: PutInText;
  readonly execute: Execute<C>;
  /** None where no answers are kept. */
  readonly findAnswer: FindAnswer | undefined;
}

/** A request that was let in. */
export interface Asking<C> {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly caller: Caller;
  readonly record: RequestRecord;
  readonly createContext: (signal: () => AbortSignal) => C;
}

/** Makes the handler of `/graphql`: POST with JSON, GET for queries. Each has its turn, and no longer than the time for one. */
export function graphqlHandler<C extends BaseContext>({ timeoutMs, maxBody, putInText, execute, findAnswer }: HandlerParts<C>) {
  const keyOf = answerKeys();
  return async ({ request, response, caller, record, createContext }: Asking<C>): Promise<void> => {
    const written = await readQuestion(request, maxBody);
    if ('fault' in written) return refuse(written.fault, { response, record }, written.headers);
    const { text } = written;
    const question = once(() => putInText(parseQuestion(request.method ?? '', text)));
    const encoding = encodingFor(request.headers['accept-encoding']);
    // An answer that is kept needs none.
    const deadline = once(() => startDeadline(response, timeoutMs));
    const make = () => execute({ sent: question(), request, encoding, record, deadline: deadline(), createContext });
    const key = findAnswer && keyOf({ request, caller, encoding, text, question });
    const found = findAnswer && key !== undefined ? findAnswer(key, make) : make();
    const answer = found instanceof Promise ? await deadline().wait(found) : found;
    Object.assign(record, answer.asked);
    sendAnswer(request, response, answer);
  };
}
