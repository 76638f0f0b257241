import type { Database } from '../connect.ts';
import { type CardRow, cardProperties, cardRow, cardValues } from './card-row.ts';
import { nameValues } from './named-values.ts';

const cypher = `UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN collect(${cardValues('e')}) AS cards`;

/** The entities with these ids that live, in short, in no order. */
export async function loadCards(database: Database, ids: readonly string[]): Promise<CardRow[]> {
  const rows = await database.read(cypher, { ids });
  return rows.flatMap(({ cards }) => (cards as unknown[][]).map((values) => cardRow.parse(nameValues(cardProperties, values))));
}
