import type { Row } from '../connect.ts';
import { cardProperties, cardValues } from './card-row.ts';
import { type FactRow, factRow } from './fact-row.ts';
import { nameValues } from './named-values.ts';

/** What a living fact `f` is made of, for a RETURN: read by `livingFact`. */
export const wholeFact = `f {.*, identity: null, orderKey: null} AS properties,
  COLLECT { MATCH (f)-[end:END]->(e) RETURN [end.part, end.capacity, end.onBehalfOf, ${cardValues('e')}] ORDER BY end.part, e.nameKey } AS ends`;

type EndValues = [part: string, capacity: unknown, onBehalfOf: unknown, card: readonly unknown[]];

/** Reads what `wholeFact` returns. */
export function livingFact({ properties, ends }: Row): FactRow {
  const own = properties as Row;
  return factRow.parse({
    ...own,
    disputed: own.disputed ?? false,
    properties: own,
    ends: (ends as EndValues[]).map(([part, capacity, onBehalfOf, card]) => ({
      part,
      carried: said({ capacity, onBehalfOf }),
      entity: nameValues(cardProperties, card),
    })),
    withdrawnAt: null,
  });
}

/** What an end carries, without what is not said. */
export const said = (carried: unknown): Row =>
  Object.fromEntries(Object.entries(carried as Row).filter(([, value]) => value !== null && value !== undefined));
