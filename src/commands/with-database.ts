import type { Config } from '../config/read-config.ts';
import type { Database } from '../database/connect.ts';
import { killEmbedded, type OpenDatabase, openDatabase, stopEmbedded } from '../database/embedded/open-database.ts';

/** Does one piece of work with an open database. */
export type WithDatabase = <T>(work: (database: Database) => Promise<T>) => Promise<T>;

/** Opens the database for one piece of work and lets go of it afterwards; an embedded server that ran before goes on. */
export async function withDatabase<T>(
  config: Config,
  progress: (line: string) => void,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  let open: OpenDatabase | undefined;
  const closeOnce = once(async () => {
    await open?.close();
    await stopEmbedded(config, progress);
  });
  let stopping = false;
  // A command that is interrupted, also while its server starts, must not leave it behind; a second Ctrl-C does not wait.
  const interrupted = () => {
    if (stopping) killEmbedded(config);
    if (stopping) process.exit(1);
    stopping = true;
    void closeOnce().finally(() => process.exit(1));
  };
  process.on('SIGINT', interrupted).on('SIGTERM', interrupted);
  try {
    open = await openDatabase(config, progress, 'command');
    return await work(open.database);
  } finally {
    await closeOnce();
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
  }
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () => {
    closing ??= close();
    return closing;
  };
}
