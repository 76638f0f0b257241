import { z } from 'zod';
import type { Database, Row } from '../connect.ts';
import { cardValues, nameCardValues } from './card-row.ts';
import { type FactRow, factRow } from './fact-row.ts';

/** What a living fact `f` is made of, for a RETURN: read by `livingFact`. */
export const wholeFact = `f {.*, identity: null, orderKey: null} AS properties,
  COLLECT { MATCH (f)-[end:END]->(e) RETURN [end.part, end.capacity, end.onBehalfOf, ${cardValues('e')}] ORDER BY end.part, e.nameKey } AS ends`;

const cypher = `
UNWIND $factIds AS factId
OPTIONAL MATCH (f:Fact {factId: factId})
OPTIONAL MATCH (w:WithdrawnFact {factId: factId})
WITH f, w WHERE f IS NOT NULL OR w IS NOT NULL
RETURN w.content AS content, toString(w.withdrawnAt) AS withdrawnAt, ${wholeFact}`;

/** The facts with these ids, withdrawn ones too, in no order. A living fact hides its own earlier withdrawal. */
export async function loadFacts(database: Database, factIds: readonly string[]): Promise<FactRow[]> {
  return (await database.read(cypher, { factIds })).map((row) => (row.properties ? livingFact(row) : withdrawn(row)));
}

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
      entity: nameCardValues(card),
    })),
    withdrawnAt: null,
  });
}

const contentRow = z.object({
  properties: z.record(z.string(), z.unknown()),
  ends: z.array(z.looseObject({ id: z.string(), part: z.string() })),
});

/** A withdrawn fact keeps its ends' names as they were; the entities may be hidden by now. */
function withdrawn({ content, withdrawnAt }: Row): FactRow {
  const { properties, ends } = contentRow.parse(JSON.parse(String(content)));
  const kept = ends.map(({ part, capacity, onBehalfOf, ...entity }) => ({ part, carried: said({ capacity, onBehalfOf }), entity }));
  return factRow.parse({ ...properties, disputed: properties.disputed ?? false, properties, ends: kept, withdrawnAt });
}

const said = (carried: unknown): Row =>
  Object.fromEntries(Object.entries(carried as Row).filter(([, value]) => value !== null && value !== undefined));
