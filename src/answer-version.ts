import type { Database } from './database/connect.ts';
import type { Documents } from './documents/open-documents.ts';
import { todayInShanghai } from './domain/agreement-status.ts';

/**
 * Stands for all that answers are made of: what is committed, the operator's copies of documents, and the day. Errors: as of `Database.read`.
 * Shape: the same promise until one of them is read anew, so that who has heard it once need not wait for it again.
 */
export function answerVersion(database: Database, documents: Documents): () => Promise<string> {
  let last: { readonly parts: readonly unknown[]; readonly version: Promise<string> } | undefined;
  return () => {
    const parts = [todayInShanghai(), database.version(), documents.version()] as const;
    if (!last?.parts.every((part, index) => part === parts[index])) last = { parts, version: Promise.all(parts).then(join) };
    return last.version;
  };
}

const join = (parts: readonly string[]): string => parts.join(' ');
