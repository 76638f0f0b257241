import { z } from 'zod';
import type { Database } from '../connect.ts';
import { cardFields, cardRow } from './card-row.ts';

/** What to ask the indexes; an empty text asks nothing. */
export interface IndexQuery {
  readonly names: string;
  readonly keys: string;
  readonly fuzzy: string;
  readonly slips: string;
}

/** How many entities one phrase may bring up to be ranked. */
export const searchWidth = 300;

const ask = (index: string, field: keyof IndexQuery) => `
  WITH q WHERE q.${field} <> ''
  CALL db.index.fulltext.queryNodes('${index}', q.${field}) YIELD node, score
  WITH node, score WHERE $labels IS NULL OR any(label IN labels(node) WHERE label IN $labels)
  RETURN node, score LIMIT $width`;

const cypher = `
UNWIND range(0, size($queries) - 1) AS index
WITH index, $queries[index] AS q
CALL (q) {${ask('entity_names', 'names')}
  UNION ALL${ask('entity_keys', 'keys')}
  UNION ALL${ask('entity_keys', 'fuzzy')}
  UNION ALL${ask('entity_names', 'slips')}
}
WITH index, node AS e, max(score) AS score
RETURN index, ${cardFields('e')} AS card,
  e {.name, .nameEn, .aliases, .formerNames, .pinyin, .initials, .traditional, .nameKey} AS names`;

const texts = z
  .array(z.string())
  .nullish()
  .transform((list) => list ?? []);
const hitRow = z.object({
  index: z.number(),
  card: cardRow,
  names: z.object({
    name: z
      .string()
      .nullish()
      .transform((name) => name ?? ''),
    nameEn: z
      .string()
      .nullish()
      .transform((name) => name ?? null),
    aliases: texts,
    formerNames: texts,
    pinyin: texts,
    initials: texts,
    traditional: texts,
    nameKey: z
      .string()
      .nullish()
      .transform((key) => key ?? ''),
  }),
});
export type HitRow = z.output<typeof hitRow>;

/** The entities that the full-text indexes bring up for each query, unranked; `index` says for which. */
export async function searchEntities(
  database: Database,
  queries: readonly IndexQuery[],
  labels: readonly string[] | null,
  width = searchWidth,
): Promise<HitRow[]> {
  return z.array(hitRow).parse(await database.read(cypher, { queries, labels, width }));
}
