import { searchEntities } from '../../database/queries/search-entities.ts';
import { rankHits } from '../../domain/search/rank-hits.ts';
import { luceneQueries } from '../../domain/search/search-phrase.ts';
import type { EntityKind } from '../../domain/vocabulary.ts';
import { labelsOf } from '../ask-question.ts';
import type { GraphContext } from '../context.ts';

/** An entity that a phrase met, as `SearchHit` shows it. */
export type Hit = Awaited<ReturnType<typeof findHits>>[number][number];

/** What each phrase finds, the best first. `fuzzy`: whether names that only resemble it count. */
export async function findHits(
  { database }: GraphContext,
  texts: readonly string[],
  kinds: readonly EntityKind[] | null | undefined,
  fuzzy: boolean,
) {
  const queries = texts.map((text) => ({ ...luceneQueries(text), ...(!fuzzy && { fuzzy: '', slips: '' }) }));
  const rows = await searchEntities(database, queries, labelsOf(kinds));
  return texts.map((text, index) =>
    rankHits(
      text,
      rows.filter((row) => row.index === index),
    )
      .filter((row) => fuzzy || row.match.matchedOn !== 'FUZZY')
      .map(asHit),
  );
}

const asHit = ({ card, match, names }: ReturnType<typeof rankHits<Awaited<ReturnType<typeof searchEntities>>[number]>>[number]) => ({
  entity: card,
  nameKey: names.nameKey,
  ...match,
});
