import type { Database } from '../connect.ts';
import { askedEvidence, type EvidenceRow, evidenceOf, wholeEvidence } from './asked-evidence.ts';

const cypher = `UNWIND $factIds AS factId
RETURN factId, ${evidenceOf('factId', '$asked')} AS evidence`;

/** What speaks for and against these facts. */
export async function loadEvidence(
  database: Database,
  factIds: readonly string[],
): Promise<{ readonly factId: string; readonly evidence: EvidenceRow[] }[]> {
  const rows = await database.read(cypher, { factIds, asked: wholeEvidence });
  return rows.map(({ factId, evidence }) => ({ factId: factId as string, evidence: askedEvidence(evidence, wholeEvidence) }));
}
