import type { Database, Row, WriteTransaction } from '../database/connect.ts';
import { fromPlain } from '../database/plain-values.ts';
import { OperatorError } from '../domain/errors.ts';
import { type BackupLine, type BackupTail, checkBackup, lineSchema, readLines } from './backup-file.ts';
import { computeDigest } from './digest.ts';
import { type ImportLock, withImportLock } from './import-lock.ts';
import { migrate } from './migrate.ts';
import { newestMigration } from './migrations.ts';
import { beginOverhaul, clearForOverhaul, endOverhaul, readOverhaul } from './overhaul.ts';

const batchSize = 1000;
const timeoutMs = 600_000;

// The number in the file is borne until the relationships are laid.
const mergeNodes = `
UNWIND $rows AS row
MERGE (n:Restored {restoredAs: row.node})
SET n = row.properties, n.restoredAs = row.node, n:$(row.labels)`;
const layRelationships = `
UNWIND $rows AS row
MATCH (a:Restored {restoredAs: row.\`from\`})
MATCH (b:Restored {restoredAs: row.\`to\`})
CREATE (a)-[r:$(row.type)]->(b)
SET r = row.properties`;

/**
 * Fills an empty graph from a backup, and ends only when the digest is that of the graph that was backed up.
 * A restore that was cut off is begun anew by the next one.
 * Errors: OperatorError for a backup that is not whole (nothing is stored), a graph that holds something, a backup of a newer version,
 * and while an import runs, after `patienceMs`.
 */
export async function restoreGraph(database: Database, path: string, patienceMs?: number): Promise<BackupTail> {
  const { head, tail } = await checkBackup(path);
  if (head.schema > newestMigration)
    throw new OperatorError(`${path} was written by a newer version of this program (schema ${head.schema}). Install that version first.`);
  // Without its constraint two could have the lock. Where something was cut off it stands, and what a migration works on may not.
  if (!(await readOverhaul(database))) await migrate(database);
  return withImportLock(database, (lock) => restoreUnderLock(database, lock, path, { schema: head.schema, tail }), patienceMs);
}

async function restoreUnderLock(
  database: Database,
  lock: ImportLock,
  path: string,
  { schema, tail }: { schema: number; tail: BackupTail },
): Promise<BackupTail> {
  await lock.renewDuring(begin(database));
  let batch = 0;
  for await (const rows of batchesOf(path)) await storeOnce(database, lock, ++batch, rows);
  const digest = await lock.renewDuring(finish(database, schema));
  if (digest !== tail.digest)
    throw new OperatorError(
      `The restored graph has the digest ${digest}, the backup ${tail.digest}. Report this; \`reset --yes\` empties the graph.`,
    );
  await endOverhaul(database);
  return tail;
}

async function begin(database: Database): Promise<void> {
  if (await readOverhaul(database)) await clearForOverhaul(database);
  await migrate(database);
  await refuseFull(database);
  await beginOverhaul(database, 'restore');
  await database.schema('CREATE CONSTRAINT restored_as IF NOT EXISTS FOR (n:Restored) REQUIRE n.restoredAs IS UNIQUE');
}

async function refuseFull(database: Database): Promise<void> {
  const [row] = await database.read('MATCH (n) WHERE NOT n:Migration|Overhaul|ImportLock WITH n LIMIT 1 RETURN count(n) AS nodes');
  if (row?.nodes !== 0) throw new OperatorError('The graph is not empty. `reset --yes` empties it; then restore.');
}

/** The driver may send a commit twice: the batch's number is stored with it, so that it counts once. */
async function storeOnce(database: Database, lock: ImportLock, batch: number, lines: readonly BackupLine[]): Promise<void> {
  await database.write(
    async (tx) => {
      await lock.keep(tx);
      const fresh = await tx.run("MATCH (o:Overhaul {id: 'restore'}) WHERE o.batch < $batch SET o.batch = $batch RETURN o", { batch });
      if (fresh.length > 0) await store(tx, lines);
      await lock.keep(tx);
    },
    { timeoutMs },
  );
}

async function store(tx: WriteTransaction, lines: readonly BackupLine[]): Promise<void> {
  const rows = lines.filter((line) => !isLock(line)).map((line) => ({ ...line, properties: restored(line.properties) }));
  await tx.run(mergeNodes, { rows: rows.filter((row) => 'node' in row) });
  await tx.run(layRelationships, { rows: rows.filter((row) => 'type' in row) });
}

/** One that a killed import had left is no part of what was backed up, and there can be one lock only: ours. */
const isLock = (line: BackupLine): boolean => 'node' in line && line.labels.includes('ImportLock');

const restored = (properties: Row): Row => Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, fromPlain(value)]));

/** Shape: the digest of what is restored. */
async function finish(database: Database, schema: number): Promise<string> {
  await database.schema('MATCH (n:Restored) CALL (n) { REMOVE n:Restored, n.restoredAs } IN TRANSACTIONS OF 5000 ROWS');
  await database.schema('DROP CONSTRAINT restored_as IF EXISTS');
  // Migrations newer than the backup have its data still to change.
  await database.write((tx) => tx.run('MATCH (m:Migration) WHERE m.number > $schema DELETE m', { schema }));
  await migrate(database);
  return computeDigest(database);
}

async function* batchesOf(path: string): AsyncGenerator<BackupLine[]> {
  let batch: BackupLine[] = [];
  for await (const line of readLines(path)) {
    batch.push(lineSchema.parse(JSON.parse(line)));
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
