import type { Database } from '../database/connect.ts';
import { toPlain } from '../database/plain-values.ts';
import { OperatorError } from '../domain/errors.ts';
import { type BackupLine, type BackupTail, writeBackup } from './backup-file.ts';
import { computeDigest } from './digest.ts';
import { newestMigration } from './migrations.ts';
import { refuseHalf } from './overhaul.ts';

const timeoutMs = 3_600_000;
// The schema is made anew by the program that restores.
const nodes = `MATCH (n) WHERE NOT n:Migration AND NOT n:Overhaul
RETURN elementId(n) AS node, COLLECT { UNWIND labels(n) AS label RETURN label ORDER BY label } AS labels, properties(n) AS properties`;
const relationships =
  'MATCH (a)-[r]->(b) RETURN type(r) AS type, elementId(a) AS `from`, elementId(b) AS `to`, properties(r) AS properties';

/**
 * Writes the whole graph to a file of JSON Lines that any version from this one on restores, alone, on any Neo4j.
 * Errors: OperatorError for a graph that is not whole, and when it changed meanwhile.
 */
export async function exportGraph(database: Database, path: string): Promise<BackupTail> {
  await refuseHalf(database);
  const before = await computeDigest(database);
  const head = {
    format: 'oncology-knowledge-graph backup',
    version: 1,
    schema: newestMigration,
    createdAt: new Date().toISOString(),
  } as const;
  return writeBackup(path, head, linesOf(database), async () => {
    const after = await computeDigest(database);
    if (after !== before) throw new OperatorError('The graph was changed while it was written. Back it up again when no import runs.');
    return after;
  });
}

async function* linesOf(database: Database): AsyncGenerator<BackupLine> {
  for (const statement of [nodes, relationships])
    for await (const row of database.stream(statement, {}, { timeoutMs }))
      yield { ...row, properties: plainProperties(row.properties as Record<string, unknown>) } as BackupLine;
}

const plainProperties = (properties: Record<string, unknown>) =>
  Object.fromEntries(
    Object.keys(properties)
      .sort()
      .map((name) => [name, toPlain(properties[name])]),
  );
