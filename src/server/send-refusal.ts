import type { ServerResponse } from 'node:http';
import { type GraphError, RateLimitedError } from '../domain/errors.ts';
import { rowOf } from './error-table.ts';
import { sendFault } from './send-json.ts';

/** Headers that tell a client's program what a refusal tells its reader. */
export function headersOfRefusal(error: GraphError): [string, string][] {
  if (error instanceof RateLimitedError) return [['retry-after', String(error.retryAfterSeconds)]];
  if (error.code === 'SERVICE_UNAVAILABLE') return [['retry-after', '5']];
  return error.code === 'UNAUTHENTICATED' ? [['www-authenticate', 'Bearer']] : [];
}

/** Answers a request that is refused; what was not read of it is not waited for. */
export function sendRefusal(response: ServerResponse, error: GraphError): void {
  const { code, message, details } = error;
  sendFault(response, { status: rowOf(code)?.status ?? 400, code, message, details }, [
    ...headersOfRefusal(error),
    ...(response.req.complete ? [] : [['connection', 'close'] as const]),
  ]);
}
