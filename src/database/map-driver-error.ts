import { Neo4jError } from 'neo4j-driver';
import { GraphError, NoMemoryLeftError, OperatorError, TimeoutError, UnavailableError } from '../domain/errors.ts';

// Neo4j names a time-out in three ways: by the client's limit, by the server's, and by the lock it waited for.
const TIMED_OUT = /^Neo\.(?:Client|Transient)Error\.Transaction\.(?:TransactionTimedOut|LockAcquisitionTimeout)/;
// Cut off by a Neo4j that stops; the driver does not call these passing, for whoever ends a statement on purpose meets them too.
const CUT_OFF = /^Neo\.\w+\.Transaction\.(?:Terminated|LockClientStopped)$/;
const OVERFULL = /^Neo\.\w+\.Transaction\.MaximumTransactionLimitReached$/;
const OUT_OF_MEMORY = /^Neo\.TransientError\.General\.(?:MemoryPool|Transaction)?OutOfMemoryError/;
// What all statements may use together is used up, and free again in a moment; the code is the same.
const MEMORY_OF_ALL = /\bdbms\.memory\.transaction\.total\.max\b/;
const CANNOT_STORE = /^Neo\.DatabaseError\.Transaction\.\w+$/;
const REFUSED_LOGIN = /^Neo\.ClientError\.Security\.(?:Unauthorized|Authentication|Credentials|Token)/;
const NO_SUCH_DATABASE = /^Neo\.ClientError\.Database\.DatabaseNotFound/;
// A full pool is a fault of the driver's own, with no code to know it by.
const POOL_EXHAUSTED = /acquisition timed out/i;

/** Turns an error of the driver into one of ours where it has a meaning for whoever asked; every other comes back as it is. */
export function mapDriverError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (TIMED_OUT.test(code)) return new TimeoutError({ cause: error });
  if (OUT_OF_MEMORY.test(code)) return MEMORY_OF_ALL.test(error.message) ? new NoMemoryLeftError({ cause: error }) : tooCostly(error);
  if (isPassing(error) || CUT_OFF.test(code) || OVERFULL.test(code) || POOL_EXHAUSTED.test(error.message)) return unavailable(error);
  if (CANNOT_STORE.test(code)) return cannotStore(error);
  if (REFUSED_LOGIN.test(code)) return wrongSetting('the credentials', 'NEO4J_USERNAME and NEO4J_PASSWORD', error);
  if (NO_SUCH_DATABASE.test(code)) return wrongSetting('the name of the database', 'NEO4J_DATABASE', error);
  return error;
}

/** What the driver says may be tried again; and its own stumbling when a connection ends beneath it. */
function isPassing(error: Error): boolean {
  if (error instanceof Neo4jError) return error.retryable;
  return error instanceof TypeError && /^Cannot read prop/.test(error.message) && /neo4j-driver/.test(error.stack ?? '');
}

function unavailable(cause: Error): UnavailableError {
  return new UnavailableError('The database cannot be reached at the moment. Try again shortly.', { cause });
}

function cannotStore(cause: Error): UnavailableError {
  const message = 'The database cannot write to its disk, which may be full. Make room there, and start Neo4j anew.';
  return new UnavailableError(message, { cause });
}

function tooCostly(cause: Error): GraphError {
  const message = 'The question needs more memory than the database may spend on one. Narrow it and ask again.';
  return new GraphError('QUERY_TOO_COSTLY', message, {}, { cause });
}

function wrongSetting(what: string, settings: string, cause: Error): OperatorError {
  return new OperatorError(`Neo4j refuses ${what}. Check ${settings}.`, 2, { cause });
}
