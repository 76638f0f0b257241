import type { Database, WriteTransaction } from '../database/connect.ts';

/** Notes which sources an import is about to store; each note goes in the very transaction that stores the last of its source. */
export async function notePending(database: Database, sourceIds: readonly string[]): Promise<void> {
  await database.write((tx) =>
    tx.run('UNWIND $sourceIds AS id MERGE (p:PendingImport {sourceId: id}) SET p.notedAt = datetime()', { sourceIds }),
  );
}

/** Takes the note of a source away. */
export const clearPending = (tx: WriteTransaction, sourceId: string) =>
  tx.run('MATCH (p:PendingImport {sourceId: $sourceId}) DELETE p', { sourceId });

/** The sources that an import meant to store and has not, in order: one is running, or was cut off and has to be run again. */
export async function readPending(database: Database): Promise<string[]> {
  const rows = await database.read('MATCH (p:PendingImport) RETURN p.sourceId AS id ORDER BY id LIMIT 100');
  return rows.map((row) => String(row.id));
}
