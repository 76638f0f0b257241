import { type GraphError, RateLimitedError } from '../domain/errors.ts';

/** Headers that tell a client's program what a refusal tells its reader. */
export function headersOfRefusal(error: GraphError): [string, string][] {
  if (error instanceof RateLimitedError) return [['retry-after', String(error.retryAfterSeconds)]];
  if (error.code === 'SERVICE_UNAVAILABLE') return [['retry-after', '5']];
  return error.code === 'UNAUTHENTICATED' ? [['www-authenticate', 'Bearer']] : [];
}
