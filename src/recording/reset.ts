import type { Database } from '../database/connect.ts';
import { withImportLock } from './import-lock.ts';
import { beginOverhaul, clearForOverhaul, endOverhaul } from './overhaul.ts';

/**
 * Empties the graph of everything but its schema; one that is cut off is ended by the next. Shape: the number of nodes deleted.
 * Errors: OperatorError while an import runs, after `patienceMs`.
 */
export const reset = (database: Database, patienceMs?: number): Promise<number> =>
  withImportLock(database, (lock) => lock.renewDuring(empty(database)), patienceMs);

async function empty(database: Database): Promise<number> {
  await beginOverhaul(database, 'reset');
  const nodes = await clearForOverhaul(database);
  await endOverhaul(database);
  return nodes;
}
