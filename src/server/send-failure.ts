import type { ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { GraphError } from '../domain/errors.ts';
import { rowOf } from './error-table.ts';
import { headersOfRefusal } from './headers-of-refusal.ts';
import { reportFault } from './report-fault.ts';
import type { RequestRecord } from './request-record.ts';
import { type HttpFault, sendFault } from './send-json.ts';

/** What failed outside the executor. */
export interface Failed {
  readonly asked: 'question' | 'page';
  readonly response: ServerResponse;
  readonly record: RequestRecord;
}

/** Answers what is refused at the door, and what fails by a fault of ours; notes it for the log. Shape: what was said, where it could be. */
export function sendFailure(error: unknown, { asked, response, record }: Failed, logger: Logger): HttpFault | undefined {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const fault = error instanceof GraphError ? refusalOf(error) : reportFault(error, asked, logger);
  record.codes = [fault.code];
  if (fault.details?.errorId) record.errorIds = [String(fault.details.errorId)];
  sendFault(response, fault, [
    ...(error instanceof GraphError ? headersOfRefusal(error) : []),
    // What was not read of it is not waited for.
    ...(response.req.complete ? [] : [['connection', 'close'] as const]),
  ]);
  return fault;
}

const refusalOf = ({ code, message, details }: GraphError): HttpFault => ({ status: rowOf(code)?.status ?? 400, code, message, details });
