import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
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
}

// A proxy's own id, which ties its log to ours; anything freer could carry a name.
const acceptable = /^[0-9a-f-]{16,64}$/i;

/** Begins the record of a request: its id is answered as `x-request-id`, and one line is logged when the answer is sent or given up. */
export function beginRecord(request: IncomingMessage, response: ServerResponse, logger: Logger): RequestRecord {
  const given = request.headers['x-request-id'];
  const record: RequestRecord = { requestId: typeof given === 'string' && acceptable.test(given) ? given : randomUUID() };
  const begun = performance.now();
  response.setHeader('x-request-id', record.requestId);
  response.on('close', () => {
    const route = routeOf(request);
    const ms = Math.round(performance.now() - begun);
    const left = response.writableFinished ? undefined : true;
    const status = left ? 0 : response.statusCode;
    const level = levelOf(route, status, record.codes);
    if (!logger.isLevelEnabled(level)) return;
    const { requestId, operation, fields, codes, errorIds } = record;
    logger[level]({ requestId, operation, fields, codes, errorIds, method: request.method, route, status, left, ms }, 'request');
  });
  return record;
}

const asked = new Set(['/livez', '/readyz', '/metrics']);

/** As loud as the worst of its codes; what machines ask every few seconds is hardly worth a line. */
function levelOf(route: string, status: number, codes: readonly string[] = []): 'debug' | 'info' | 'warn' | 'error' {
  const isAny = (level: 'error' | 'warn') => codes.some((code) => rowOf(code)?.level === level);
  if (status === 500 || isAny('error')) return 'error';
  if (status > 500 || isAny('warn')) return 'warn';
  return asked.has(route) ? 'debug' : 'info';
}
