import type { Database, Row } from '../database/connect.ts';

const statement = `
RETURN COUNT { MATCH (e:Entity) } AS entities, COUNT { MATCH (f:Fact) } AS facts,
  COUNT { MATCH (v:Evidence) WHERE v.withdrawnAt IS NULL } AS evidence, COUNT { MATCH (w:WithdrawnFact) } AS withdrawn,
  COLLECT { MATCH (s:Source) RETURN s {.id, .name, .lineCount, facts: COUNT { MATCH (v:Evidence {sourceId: s.id}) WHERE v.withdrawnAt IS NULL }} ORDER BY s.id } AS sources,
  COLLECT { MATCH (p:PendingImport) RETURN p.sourceId ORDER BY p.sourceId } AS pending,
  COLLECT { MATCH (m:Migration) RETURN m.number ORDER BY m.number } AS migrations`;

export interface Status {
  readonly entities: number;
  readonly facts: number;
  readonly evidence: number;
  readonly withdrawn: number;
  readonly sources: readonly Row[];
  /** Sources that an import meant to store and has not. */
  readonly pending: readonly string[];
  readonly migrations: readonly number[];
}

/** How much the graph holds, from which documents, at which schema. */
export async function readStatus(database: Database): Promise<Status> {
  const [row] = await database.read(statement);
  return row as unknown as Status;
}

/** The two counts that tell at a glance whether a graph is there; Neo4j keeps them ready. */
export async function readCounts(database: Database): Promise<Pick<Status, 'entities' | 'facts'>> {
  const [row] = await database.read('RETURN COUNT { MATCH (:Entity) } AS entities, COUNT { MATCH (:Fact) } AS facts');
  return row as unknown as Pick<Status, 'entities' | 'facts'>;
}
