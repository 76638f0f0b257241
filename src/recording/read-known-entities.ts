import type { Database } from '../database/connect.ts';
import type { KnownEntity } from './resolve-names.ts';

const byName = `
UNWIND $references AS reference
CALL (reference) {
  MATCH (e:Entity {id: reference})
  USING INDEX SEEK e:Entity(id)
  RETURN e
  UNION
  MATCH (e:Entity {name: reference})
  USING INDEX SEEK e:Entity(name)
  RETURN e
}
RETURN DISTINCT e.id AS id, [e.name] + coalesce(e.aliases, []) AS names`;

/** The entities of the graph that bear one of the ids or canonical names. */
export async function readKnownEntities(database: Database, references: readonly string[]): Promise<KnownEntity[]> {
  const rows = await database.read(byName, { references });
  return rows.map((row) => ({ id: String(row.id), names: row.names as string[] }));
}

const declarers = `
UNWIND $ids AS id
MATCH (p:Person {id: id})<-[d:DECLARES]-(s:Source)
USING INDEX SEEK p:Person(id)
RETURN id, s.id AS sourceId, d.identifiedBy IS NOT NULL AS identified`;

/** Which sources in the graph declare these people, and whether each says why they are the same. */
export async function readDeclarers(
  database: Database,
  ids: readonly string[],
): Promise<{ id: string; sourceId: string; identified: boolean }[]> {
  const rows = await database.read(declarers, { ids });
  return rows as { id: string; sourceId: string; identified: boolean }[];
}
