import type { Database } from './database/connect.ts';
import type { Documents } from './documents/open-documents.ts';
import { todayInShanghai } from './domain/agreement-status.ts';

/** Stands for all that answers are made of: what is committed, the operator's copies of documents, and the day. Errors: as of `Database.read`. */
export const answerVersion = (database: Database, documents: Documents) => async (): Promise<string> => {
  const [committed, copies] = await Promise.all([database.version(), documents.version()]);
  return `${todayInShanghai()} ${committed} ${copies}`;
};
