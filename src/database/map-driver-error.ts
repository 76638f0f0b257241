import { GraphError, OperatorError, TimeoutError, UnavailableError } from '../domain/errors.ts';

// Neo4j names a time-out in three ways: by the client's limit, by the server's, and by the lock it waited for.
const TIMED_OUT = /^Neo\.(?:Client|Transient)Error\.Transaction\.(?:TransactionTimedOut|LockAcquisitionTimeout)/;
const UNAVAILABLE =
  /^(?:ServiceUnavailable|SessionExpired|Neo\.TransientError\.(?:General|Database)\.DatabaseUnavailable|Neo\.\w+\.Transaction\.MaximumTransactionLimitReached)/;
const OUT_OF_MEMORY = /^Neo\.TransientError\.General\.(?:MemoryPool|Transaction)?OutOfMemoryError/;
const REFUSED_LOGIN = /^Neo\.ClientError\.Security\.(?:Unauthorized|Authentication|Credentials|Token)/;
const NO_SUCH_DATABASE = /^Neo\.ClientError\.Database\.DatabaseNotFound/;
// A full pool is a fault of the driver's own, with no code to know it by.
const POOL_EXHAUSTED = /acquisition timed out/i;

/** Turns an error of the driver into one of ours where it has a meaning for whoever asked; every other comes back as it is. */
export function mapDriverError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (TIMED_OUT.test(code)) return new TimeoutError({ cause: error });
  if (UNAVAILABLE.test(code) || POOL_EXHAUSTED.test(error.message)) return unavailable(error);
  if (OUT_OF_MEMORY.test(code)) return tooCostly(error);
  if (REFUSED_LOGIN.test(code)) return wrongSetting('the credentials', 'NEO4J_USERNAME and NEO4J_PASSWORD', error);
  if (NO_SUCH_DATABASE.test(code)) return wrongSetting('the name of the database', 'NEO4J_DATABASE', error);
  return error;
}

function unavailable(cause: Error): UnavailableError {
  return new UnavailableError('The database cannot be reached at the moment. Try again shortly.', { cause });
}

function tooCostly(cause: Error): GraphError {
  const message = 'The question needs more memory than the database may spend on one. Narrow it and ask again.';
  return new GraphError('QUERY_TOO_COSTLY', message, {}, { cause });
}

function wrongSetting(what: string, settings: string, cause: Error): OperatorError {
  return new OperatorError(`Neo4j refuses ${what}. Check ${settings}.`, 2, { cause });
}
