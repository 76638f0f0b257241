import type { Database } from '../connect.ts';

const cypher = 'UNWIND $ids AS id MATCH (e:HiddenEntity {id: id}) RETURN e.id AS id';

/** Which of these ids are kept for entities that no living fact names any more. */
export async function findHidden(database: Database, ids: readonly string[]): Promise<string[]> {
  return ids.length > 0 ? (await database.read(cypher, { ids })).map((row) => String(row.id)) : [];
}
