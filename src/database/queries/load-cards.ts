import type { Database } from '../connect.ts';
import { type CardRow, cardFields, cardRow } from './card-row.ts';

const cypher = `UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN ${cardFields('e')} AS card`;

/** The entities with these ids that live, in short, in no order. */
export async function loadCards(database: Database, ids: readonly string[]): Promise<CardRow[]> {
  const rows = await database.read(cypher, { ids });
  return rows.map((row) => cardRow.parse(row.card));
}
