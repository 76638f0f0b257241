import { z } from 'zod';
import type { Database, Row } from '../connect.ts';
import { type FactRow, factRow } from './fact-row.ts';
import { livingFact, said, wholeFact } from './whole-fact.ts';

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
