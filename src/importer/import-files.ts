import type { Database } from '../database/connect.ts';
import { forgetOldWrites } from '../database/write-once.ts';
import { OperatorError } from '../domain/errors.ts';
import type { SourceFile } from '../domain/source-file.ts';
import { checkIdentities, declarersOf } from '../recording/check-identities.ts';
import { type Fault, RefusedError } from '../recording/fault.ts';
import { type ImportLock, withImportLock } from '../recording/import-lock.ts';
import { loadPlan } from '../recording/load-plan.ts';
import { notePending } from '../recording/pending-imports.ts';
import type { Plan } from '../recording/plan.ts';
import { planSource } from '../recording/plan-source.ts';
import { readDeclarers, readKnownEntities } from '../recording/read-known-entities.ts';
import type { LoadReport } from '../recording/report.ts';
import { createResolver, declaredEntities } from '../recording/resolve-names.ts';
import { isHalfRestored } from '../recording/restore-graph.ts';
import { validateSource } from '../recording/validate-source.ts';
import { type ReadFile, readSourceFile } from './read-source-file.ts';

export interface ImportOptions {
  readonly dryRun?: boolean;
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
  if (await isHalfRestored(database))
    throw new OperatorError('A restore of this graph was cut off. Run `restore` again, or `reset --yes`.');
  const read = await Promise.all(names.map(readSourceFile));
  const files = refuseTogether(read, (file): SourceFile => validateSource(file.value));
  const known = [...files.flatMap(declaredEntities), ...(await readKnownEntities(database, files.flatMap(referencesOf)))];
  const declarers = [
    ...files.flatMap(declarersOf),
    ...(await readDeclarers(
      database,
      files.flatMap((file) => Object.keys(file.entities)),
    )),
  ];
  const plans = refuseTogether(
    read,
    ({ hash }, index): Plan => ({ ...planFile(files[index] as SourceFile, known, declarers), fileHash: hash }),
  );
  if (!dryRun) {
    await forgetOldWrites(database);
    await notePending(
      database,
      plans.map((plan) => plan.file.source.id),
    );
  }
  const reports: LoadReport[] = [];
  for (const plan of plans) {
    reports.push(await loadPlan(database, lock, plan, { dryRun }));
    progress?.(`${plan.file.source.id}: ${plan.facts.size} facts, ${plan.evidence.size} pieces of evidence`);
  }
  return reports;
}

function planFile(file: SourceFile, known: Parameters<typeof createResolver>[0], declarers: Parameters<typeof checkIdentities>[1]): Plan {
  const faults = checkIdentities(file, declarers);
  if (faults.length > 0) throw new RefusedError(faults);
  return planSource(file, createResolver(uniqueById(known)));
}

const uniqueById = (known: Parameters<typeof createResolver>[0]) => {
  const names = new Map<string, Set<string>>();
  for (const entity of known) names.set(entity.id, new Set([...(names.get(entity.id) ?? []), ...entity.names]));
  return [...names].map(([id, all]) => ({ id, names: [...all] }));
};

/** Every string a fact holds may be a reference; what is none is simply not found. */
const referencesOf = (file: SourceFile): string[] => [...new Set(file.facts.flatMap((fact) => stringsIn(fact)))];
const stringsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];

function refuseTogether<T>(files: readonly ReadFile[], work: (file: ReadFile, index: number) => T): T[] {
  const lines: string[] = [];
  const done = files.flatMap((file, index) => {
    try {
      return [work(file, index)];
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      lines.push(...error.faults.map((fault) => describe(file, fault)));
      return [];
    }
  });
  if (lines.length > 0) throw new OperatorError(`${lines.join('\n')}\nNothing was stored.`, 3);
  return done;
}

const describe = (file: ReadFile, { path, message, suggestion }: Fault): string =>
  `${file.name}:${file.lineOf(path)}: ${path.join('.')}: ${message}${suggestion ? `; did you mean "${suggestion}"?` : ''}`;
