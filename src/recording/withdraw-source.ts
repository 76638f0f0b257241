import type { Database } from '../database/connect.ts';
import { OperatorError } from '../domain/errors.ts';
import type { SourceFile } from '../domain/source-file.ts';
import { withImportLock } from './import-lock.ts';
import { loadSource } from './load-source.ts';
import { refuseHalf } from './overhaul.ts';
import { notePending } from './pending-imports.ts';
import type { LoadReport } from './report.ts';

/**
 * Withdraws a source: what it alone supported is withdrawn with the reason, and nothing else.
 * Importing its file again brings it back. Errors: OperatorError for a source that is not in the graph, and for a graph that is not whole.
 */
export async function withdrawSource(database: Database, sourceId: string, reason: string): Promise<LoadReport> {
  const [row] = await database.read(
    'MATCH (s:Source {id: $sourceId}) RETURN s {.name, .fileName, .sha256, .lineCount, .language} AS source',
    {
      sourceId,
    },
  );
  if (!row) throw new OperatorError(`${sourceId}: no such source is in the graph. \`status\` lists them.`);
  const { fileName: file, ...rest } = row.source as { fileName: string } & SourceFile['source'];
  const silent = {
    source: { ...rest, id: sourceId, file, filledLines: [] },
    leftOut: [],
    entities: new Set<string>(),
    evidence: new Set<string>(),
    async *plans() {},
  };
  return withImportLock(database, async (lock) => {
    await refuseHalf(database);
    await notePending(database, [sourceId]);
    return loadSource(database, lock, silent, { reason });
  });
}
