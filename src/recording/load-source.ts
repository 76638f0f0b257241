import type { Database } from '../database/connect.ts';
import { writeOnce } from '../database/write-once.ts';
import type { SourceFile } from '../domain/source-file.ts';
import type { ImportLock } from './import-lock.ts';
import { type Batch, type BatchChanges, loadBatch, type SourceHead } from './load-batch.ts';
import { oneAhead } from './one-ahead.ts';
import type { Plan } from './plan.ts';
import { readGone } from './read-gone.ts';
import { type LoadReport, sumChanges } from './report.ts';
import { publishedDate } from './write-source.ts';

/** A source that was checked whole, with its word in plans that a transaction can hold each. */
export interface LoadableSource extends SourceHead {
  /** The ids of all entities that it declares, and of all its evidence. */
  readonly entities: ReadonlySet<string>;
  readonly evidence: ReadonlySet<string>;
  plans(): AsyncIterable<Plan>;
}

export interface LoadOptions {
  readonly dryRun?: boolean;
  readonly reason?: string;
  /** Told of each batch that is stored, and how many rows it had: pieces of evidence. */
  readonly progress?: (line: string, rows: number) => void;
}

/** Large batches need more than a reader's question may take. */
const timeoutMs = 600_000;
const gonePerBatch = 1000;

class DryRun extends Error {
  readonly changes: BatchChanges;
  constructor(changes: BatchChanges) {
    super('dry run');
    this.changes = changes;
  }
}

/**
 * Makes the graph hold what one source says, no more and no less, batch by batch, each whole with its projections in one transaction.
 * What stands already is not written again: so a load that was cut off goes on where it was, and a second one changes nothing.
 * With `dryRun` each batch is tried and nothing kept.
 */
export async function loadSource(
  database: Database,
  lock: ImportLock,
  source: LoadableSource,
  { dryRun = false, reason = 'no source says it any longer', progress }: LoadOptions = {},
): Promise<LoadReport> {
  const { id } = source.source;
  const refold = await isRedated(database, source);
  const all: BatchChanges[] = [];
  for await (const batch of oneAhead(batchesOf(database, source))) {
    const done = await store(database, dryRun, async (tx) => {
      await lock.keep(tx);
      const changes = await loadBatch(tx, source, { ...batch, refold }, reason);
      // Once more: a batch may take longer than a lock lasts.
      await lock.keep(tx);
      return changes;
    });
    all.push(done);
    progress?.(`${id}: batch ${all.length} ${dryRun ? 'tried' : 'stored'}${batch.last ? ', the last' : ''}`, batch.plan.evidence.size);
  }
  return sumChanges(id, all);
}

const recorded = `
OPTIONAL MATCH (s:Source {id: $id})
OPTIONAL MATCH (p:PendingImport {sourceId: $id})
RETURN s.published AS published, s.sha256 AS sha256, coalesce(p.refold, false) AS refold`;

/** A new published date may change which source comes first for every fact of the source, new bytes how many documents support it. */
async function isRedated(database: Database, { source }: SourceHead): Promise<boolean> {
  const [row] = await database.read(recorded, { id: source.id });
  const differs = row?.sha256 !== null && (row?.sha256 !== source.sha256 || row?.published !== publishedDate(source));
  return row?.refold === true || differs;
}

async function store(database: Database, dryRun: boolean, work: Parameters<typeof writeOnce<BatchChanges>>[1]): Promise<BatchChanges> {
  if (!dryRun) return writeOnce(database, work, { timeoutMs });
  try {
    return await database.write(
      async (tx) => {
        throw new DryRun(await work(tx));
      },
      { timeoutMs },
    );
  } catch (error) {
    if (error instanceof DryRun) return error.changes;
    throw error;
  }
}

/** The plans in their order, then what the source says no longer; all that fits one transaction is one. */
async function* batchesOf(database: Database, source: LoadableSource): AsyncGenerator<Omit<Batch, 'refold'>> {
  const { gone: all, undeclared } = await readGone(database, source);
  const chunks = Array.from({ length: Math.ceil(all.length / gonePerBatch) }, (_, index) =>
    all.slice(index * gonePerBatch, (index + 1) * gonePerBatch),
  );
  const [gone = [], ...later] = chunks;
  let held: Plan | undefined;
  let first = true;
  for await (const plan of source.plans()) {
    if (held) yield { plan: held, gone: [], undeclared: [], first, last: false };
    first &&= held === undefined;
    held = plan;
  }
  const silent = { file: { source: source.source, entities: {}, facts: [] } as SourceFile, facts: new Map(), evidence: new Map() };
  yield { plan: held ?? silent, gone, undeclared, first, last: later.length === 0 };
  for (const [index, chunk] of later.entries())
    yield { plan: silent, gone: chunk, undeclared: [], first: false, last: index === later.length - 1 };
}
