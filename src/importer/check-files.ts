import type { Database } from '../database/connect.ts';
import { OperatorError } from '../domain/errors.ts';
import { addSpan, type LineSpan, parseSpans, uncoveredSpans } from '../domain/lines.ts';
import type { SourceFile } from '../domain/source-file.ts';
import { addUnidentified, checkIdentities, declarersOf, type Unidentified } from '../recording/check-identities.ts';
import { RefusedError } from '../recording/fault.ts';
import type { ImportLock } from '../recording/import-lock.ts';
import type { LoadableSource } from '../recording/load-source.ts';
import type { Plan } from '../recording/plan.ts';
import { planSource } from '../recording/plan-source.ts';
import { readDeclarers, readKnownEntities } from '../recording/read-known-entities.ts';
import { createNameIndex, declaredEntities, type NameIndex } from '../recording/resolve-names.ts';
import { validateSource } from '../recording/validate-source.ts';
import { listFaults } from './list-faults.ts';
import type { Piece, ReadFile } from './read-file.ts';

/** All that the files declare and name, and what the graph knows of it. */
interface Known {
  readonly names: NameIndex;
  readonly unidentified: Unidentified;
}

/**
 * Checks files whole, and resolves all names in them, before anything is stored; each is read through twice, piece by piece.
 * Errors: OperatorError (exit code 3) that lists every fault with file, line and, where one is near, the word meant.
 */
export async function checkFiles(database: Database, lock: ImportLock, files: readonly ReadFile[]): Promise<CheckedFile[]> {
  const known: Known = { names: createNameIndex(), unidentified: new Map() };
  const faults = listFaults();
  const heads: Head[] = [];
  for (const file of files) {
    const head: Head = { hash: file.hash, entities: new Set(), evidence: new Set(), leftOut: [], covered: [] };
    heads.push(head);
    for await (const piece of file.pieces()) {
      await lock.renewIfDue();
      const part = faults.gather(file, piece, () => validateSource(piece.value));
      if (part) await learn(database, known, head, part);
    }
  }
  faults.refuse();
  for (const [index, file] of files.entries()) {
    let first = true;
    for await (const piece of file.pieces()) {
      await lock.renewIfDue();
      const plan = faults.gather(file, piece, () => planPiece(piece, known, first));
      first = false;
      for (const row of plan?.evidence.values() ?? []) {
        heads[index]?.evidence.add(row.id);
        addSpan(heads[index]?.covered ?? [], row);
      }
    }
  }
  faults.refuse();
  return files.map((file, index) => {
    const head = heads[index] as Required<Head>;
    return { ...head, uncovered: uncoveredOf(head), plans: () => plansOf(file, known) };
  });
}

/** A source file that stood every check. */
export interface CheckedFile extends LoadableSource {
  /** Filled lines of the document that nothing cites and no reason leaves out: of a file that was cut off, most. */
  readonly uncovered: readonly LineSpan[];
}

const uncoveredOf = ({ source, leftOut, covered }: Required<Head>): LineSpan[] =>
  uncoveredSpans(source.filledLines.flatMap(parseSpans), [...covered, ...leftOut.flatMap(({ lines }) => parseSpans(lines))]);

interface Head {
  source?: SourceFile['source'];
  readonly hash: string;
  readonly entities: Set<string>;
  readonly evidence: Set<string>;
  readonly leftOut: NonNullable<SourceFile['leftOut']>;
  readonly covered: LineSpan[];
}

async function learn(database: Database, { names, unidentified }: Known, head: Head, part: SourceFile): Promise<void> {
  head.source ??= part.source;
  head.leftOut.push(...(part.leftOut ?? []));
  for (const id of Object.keys(part.entities)) head.entities.add(id);
  names.add(declaredEntities(part));
  names.add(await readKnownEntities(database, referencesOf(part)));
  addUnidentified(unidentified, declarersOf(part));
  addUnidentified(unidentified, await readDeclarers(database, Object.keys(part.entities)));
}

/** Every string a fact holds may be a reference; what is none is simply not found. */
const referencesOf = (part: SourceFile): string[] => [...new Set(part.facts.flatMap((fact) => stringsIn(fact)))];
const stringsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];

function planPiece(piece: Piece, { names, unidentified }: Known, first: boolean): Plan {
  const part = validateSource(piece.value);
  const faults = checkIdentities(part, unidentified);
  if (faults.length > 0) throw new RefusedError(faults);
  return planSource(part, names.resolve, { first });
}

async function* plansOf(file: ReadFile, known: Known): AsyncGenerator<Plan> {
  let first = true;
  try {
    for await (const piece of file.pieces()) {
      yield planPiece(piece, known, first);
      first = false;
    }
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    throw new OperatorError(`${file.name} was changed while it was imported. Import it again.`, 3);
  }
}
