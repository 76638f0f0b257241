import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { HttpFault } from './send-json.ts';

/** Logs a fault of ours, and says what may be told of it: an id only, which the log line bears too. */
export function reportFault(error: unknown, asked: 'question' | 'page', logger: Logger): HttpFault {
  const errorId = randomUUID();
  logger.error({ errorId, err: error }, `a ${asked} failed`);
  const message = `The ${asked} could not be answered because of a fault of ours. Report it with the id ${errorId}.`;
  return { code: 'INTERNAL_SERVER_ERROR', message, details: { errorId } };
}
