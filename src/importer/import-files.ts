import type { Database } from '../database/connect.ts';
import { forgetOldWrites } from '../database/write-once.ts';
import { formatSpan } from '../domain/lines.ts';
import { type ImportLock, withImportLock } from '../recording/import-lock.ts';
import { loadSource } from '../recording/load-source.ts';
import { refuseHalf } from '../recording/overhaul.ts';
import { notePending } from '../recording/pending-imports.ts';
import type { LoadReport } from '../recording/report.ts';
import { type CheckedFile, checkFiles } from './check-files.ts';
import { openSourceFile } from './open-source-file.ts';
import { tellPace } from './tell-pace.ts';

export interface ImportOptions {
  readonly dryRun?: boolean;
  /** Told what is stored, batch by batch. */
  readonly progress?: (line: string) => void;
  /** How long to wait while another import runs. */
  readonly patienceMs?: number;
}

/**
 * Imports source files: all are read, checked and resolved before anything is stored.
 * Errors: OperatorError (exit code 3) that lists every fault with file, line and, where one is near, the word meant.
 */
export async function importFiles(database: Database, names: readonly string[], options: ImportOptions = {}): Promise<LoadReport[]> {
  return withImportLock(database, (lock) => importUnderLock(database, lock, names, options), options.patienceMs);
}

async function importUnderLock(
  database: Database,
  lock: ImportLock,
  names: readonly string[],
  { dryRun, progress }: ImportOptions,
): Promise<LoadReport[]> {
  await refuseHalf(database);
  const sources = await checkFiles(database, lock, await Promise.all(names.map(openSourceFile)));
  if (!dryRun) {
    await forgetOldWrites(database);
    await notePending(
      database,
      sources.map(({ source }) => source.id),
    );
  }
  for (const source of sources) sayUncovered(source, progress);
  const pace = tellPace(sources.reduce((sum, { evidence }) => sum + evidence.size, 0));
  const tell = (line: string, rows: number) => progress?.(`${line}${pace(rows)}`);
  const reports: LoadReport[] = [];
  for (const source of sources) reports.push(await loadSource(database, lock, source, { dryRun, progress: tell }));
  return reports;
}

/** A file that was cut off between two facts is a good file of fewer facts; only the document's lines tell. */
function sayUncovered({ source, uncovered }: CheckedFile, progress?: (line: string) => void): void {
  if (uncovered.length === 0) return;
  const some = `${uncovered.slice(0, 5).map(formatSpan).join(', ')}${uncovered.length > 5 ? ' and more' : ''}`;
  progress?.(`${source.id}: lines ${some} are neither cited nor left out. Is the file whole?`);
}
