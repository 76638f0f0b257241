import { z } from 'zod';
import type { Database, Row } from '../connect.ts';
import { askedEvidence, type EvidencePart, type EvidenceRow, evidenceOf } from './asked-evidence.ts';
import { type FactRow, factRow } from './fact-row.ts';
import { livingFact, said, wholeFact } from './whole-fact.ts';

const cypher = (evidence: EvidencePart | undefined) => `
UNWIND $factIds AS factId
OPTIONAL MATCH (f:Fact {factId: factId})
OPTIONAL MATCH (w:WithdrawnFact {factId: factId})
WITH factId, f, w WHERE f IS NOT NULL OR w IS NOT NULL
RETURN w.content AS content, toString(w.withdrawnAt) AS withdrawnAt, ${wholeFact}${evidence ? `, ${evidenceOf('factId', '$evidence')} AS evidence` : ''}`;

/** A fact with what was asked of its evidence. */
export type FactWithEvidence = FactRow & { readonly evidence?: readonly EvidenceRow[] };

/** The facts with these ids, withdrawn ones too, in no order. A living fact hides its own earlier withdrawal. */
export async function loadFacts(database: Database, factIds: readonly string[], evidence?: EvidencePart): Promise<FactWithEvidence[]> {
  const rows = await database.read(cypher(evidence), { factIds, ...(evidence && { evidence }) });
  return rows.map((row) => ({
    ...(row.properties ? livingFact(row) : withdrawn(row)),
    ...(evidence && { evidence: askedEvidence(row.evidence, evidence) }),
  }));
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
