import neo4j from 'neo4j-driver';
import { OperatorError, TimeoutError, UnavailableError } from '../domain/errors.ts';

const UNAVAILABLE = new Set(['ServiceUnavailable', 'SessionExpired', 'N/A']);
const UNAVAILABLE_PREFIX = [
  'Neo.TransientError.General.DatabaseUnavailable',
  'Neo.ClientError.Database.DatabaseNotFound',
  'Neo.TransientError.Transaction.MaximumTransactionLimitReached',
];
// Neo4j names a time-out in three ways: by the client's limit, by the server's, and by the lock it waited for.
const TIMED_OUT = /^Neo\.(?:Client|Transient)Error\.Transaction\.(?:TransactionTimedOut|LockAcquisitionTimeout)/;
const POOL_EXHAUSTED = /acquisition timed out/i;

/** Turns an error of the driver into one of ours where it has a meaning for whoever asked; every other comes back as it is. */
export function mapDriverError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = codeOf(error);
  if (TIMED_OUT.test(code)) return new TimeoutError({ cause: error });
  if (code.startsWith('Neo.ClientError.Security.')) return refusedCredentials(code, error);
  if (isUnavailable(code, error)) {
    return new UnavailableError('The database cannot be reached at the moment. Try again shortly.', { cause: error });
  }
  return error;
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function isUnavailable(code: string, error: Error): boolean {
  if (POOL_EXHAUSTED.test(error.message)) return true;
  // 'N/A' is the driver's code for a fault of its own; only its connection errors carry the driver's class.
  if (UNAVAILABLE.has(code)) return code !== 'N/A' || (neo4j.isRetryableError(error) && error.name === 'Neo4jError');
  return UNAVAILABLE_PREFIX.some((prefix) => code.startsWith(prefix));
}

function refusedCredentials(code: string, cause: Error): unknown {
  if (/Forbidden/.test(code)) return cause;
  return new OperatorError(
    `Neo4j refuses the credentials (${code}). Check NEO4J_USERNAME and NEO4J_PASSWORD.`,
    2,
    { cause },
  );
}
