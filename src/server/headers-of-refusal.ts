/** What an error tells by its `extensions`. */
export interface Refusal {
  readonly code?: unknown;
  readonly retryAfterSeconds?: unknown;
}

/** Headers that tell a client's program what a refusal tells its reader. */
export function headersOfRefusal({ code, retryAfterSeconds }: Refusal): [string, string][] {
  if (code === 'RATE_LIMITED') return [['retry-after', String(retryAfterSeconds)]];
  if (code === 'SERVICE_UNAVAILABLE') return [['retry-after', '5']];
  return code === 'UNAUTHENTICATED' ? [['www-authenticate', 'Bearer']] : [];
}
