import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { type Counters, countOutcome } from './count-outcome.ts';
import { rowOf } from './error-table.ts';
import { routeOf } from './route-of.ts';

/** What is kept of a request while it is answered, for the log: nothing that its sender wrote. */
export interface RequestRecord {
  readonly requestId: string;
  /** Of a question: query or mutation, the root fields it asks, the codes it was answered with and the ids of our own faults. */
  operation?: string;
  fields?: string[];
  codes?: string[];
  errorIds?: string[];
  /** The limit that the question went over. */
  limit?: string;
}

/** What becomes of a record when the request is over. */
export interface RecordParts {
  readonly logger: Logger;
  readonly metrics: Counters;
}

// A proxy's own id, which ties its log to ours; anything freer could carry a name.
const acceptable = /^[0-9a-f-]{16,64}$/i;

/** Begins the record of a request: its id is answered as `x-request-id`; when the answer is sent or given up, one line is logged, and a question counted. */
export function beginRecord(request: IncomingMessage, response: ServerResponse, { logger, metrics }: RecordParts): RequestRecord {
  const given = request.headers['x-request-id'];
  const record: RequestRecord = { requestId: typeof given === 'string' && acceptable.test(given) ? given : randomUUID() };
  const begun = performance.now();
  response.setHeader('x-request-id', record.requestId);
  response.on('close', () => {
    const route = routeOf(request);
    if (route === '/graphql') countOutcome(metrics, record);
    const ms = Math.round(performance.now() - begun);
    const left = response.writableFinished ? undefined : true;
    const status = left ? 0 : response.statusCode;
    const level = levelOf(route, status, record.codes);
    if (!logger.isLevelEnabled(level)) return;
    const { requestId, operation, fields, codes, errorIds, limit } = record;
    logger[level]({ requestId, operation, fields, codes, errorIds, limit, method: request.method, route, status, left, ms }, 'request');
  });
  return record;
}

/** Notes with what errors a request was answered; none is an answer too. */
export function noteErrors(record: RequestRecord, errors: readonly Pick<GraphQLFormattedError, 'extensions'>[]): void {
  record.codes = [...new Set(errors.map(({ extensions }) => String(extensions?.code)))];
  record.errorIds = errors.flatMap(({ extensions }) => (typeof extensions?.errorId === 'string' ? [extensions.errorId] : []));
  const limit = errors[0]?.extensions?.limit as { name?: unknown } | undefined;
  if (typeof limit?.name === 'string') record.limit = limit.name;
}

const asked = new Set(['/livez', '/readyz', '/metrics']);

/** As loud as the worst of its codes; what machines ask every few seconds is hardly worth a line. */
function levelOf(route: string, status: number, codes: readonly string[] = []): 'debug' | 'info' | 'warn' | 'error' {
  const isAny = (level: 'error' | 'warn') => codes.some((code) => rowOf(code)?.level === level);
  if (status === 500 || isAny('error')) return 'error';
  if (status > 500 || isAny('warn')) return 'warn';
  return asked.has(route) ? 'debug' : 'info';
}
