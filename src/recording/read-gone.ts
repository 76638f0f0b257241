import type { Database } from '../database/connect.ts';
import type { Batch } from './load-batch.ts';

const living = 'MATCH (v:Evidence {sourceId: $id}) WHERE v.withdrawnAt IS NULL RETURN v.id AS id, v.factId AS factId';
const declared = 'MATCH (:Source {id: $id})-[:DECLARES]->(e) WHERE e.id <> $id RETURN e.id AS id';
const timeoutMs = 600_000;

/** What the graph has of a source that its file does not say any longer. */
export async function readGone(
  database: Database,
  file: { readonly source: { readonly id: string }; readonly entities: ReadonlySet<string>; readonly evidence: ReadonlySet<string> },
): Promise<Pick<Batch, 'gone' | 'undeclared'>> {
  const { id } = file.source;
  const gone: Batch['gone'][number][] = [];
  const undeclared: string[] = [];
  for await (const row of database.stream(living, { id }, { timeoutMs }))
    if (!file.evidence.has(String(row.id))) gone.push({ id: String(row.id), factId: String(row.factId) });
  for await (const row of database.stream(declared, { id }, { timeoutMs }))
    if (!file.entities.has(String(row.id))) undeclared.push(String(row.id));
  return { gone, undeclared };
}
