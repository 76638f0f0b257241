import type { ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { GraphError } from '../domain/errors.ts';
import { headersOfRefusal } from './headers-of-refusal.ts';
import { reportFault } from './report-fault.ts';
import { noteErrors, type RequestRecord } from './request-record.ts';
import { errorOf, type HttpFault, sendFault } from './send-json.ts';

/** A request that is being answered. */
export interface Answering {
  readonly response: ServerResponse;
  readonly record: RequestRecord;
}

/** Answers a request with a fault, and notes it for the log and the counters. */
export function refuse(fault: HttpFault, { response, record }: Answering, headers: Iterable<readonly [string, string]> = []): void {
  const error = errorOf(fault);
  noteErrors(record, [error]);
  sendFault(response, fault, [...headersOfRefusal(error.extensions), ...headers]);
}

/** What failed outside the executor. */
export interface Failed extends Answering {
  readonly asked: 'question' | 'page';
}

/** Answers what is refused at the door, and what fails by a fault of ours. */
export function sendFailure(error: unknown, { asked, response, record }: Failed, logger: Logger): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const fault = error instanceof GraphError ? error : reportFault(error, asked, logger);
  // What was not read of it is not waited for.
  refuse(fault, { response, record }, response.req.complete ? [] : [['connection', 'close']]);
}
