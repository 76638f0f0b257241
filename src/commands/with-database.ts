import type { Config } from '../config/read-config.ts';
import type { Database } from '../database/connect.ts';
import { openDatabase } from '../database/embedded/open-database.ts';

/** Does one piece of work with an open database. */
export type WithDatabase = <T>(work: (database: Database) => Promise<T>) => Promise<T>;

/** Opens the database for one piece of work and lets go of it afterwards; an embedded server that ran before goes on. */
export async function withDatabase<T>(
  config: Config,
  progress: (line: string) => void,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const { database, close } = await openDatabase(config, progress, 'command');
  const closeOnce = once(close);
  // A command that is interrupted must not leave its server behind.
  const interrupted = () => void closeOnce().finally(() => process.exit(1));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    return await work(database);
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await closeOnce();
  }
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () => {
    closing ??= close();
    return closing;
  };
}
