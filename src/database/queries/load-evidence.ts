import { z } from 'zod';
import type { Database } from '../connect.ts';

const cypher = `
UNWIND $factIds AS factId
MATCH (v:Evidence {factId: factId})
OPTIONAL MATCH (v)-[:IN]->(s:Source)
RETURN v {.id, .factId, .sourceId, .lineFrom, .lineTo, .certainty, .stance, .said,
  recordedAt: toString(v.recordedAt), withdrawnAt: toString(v.withdrawnAt), fileName: s.fileName, sha256: s.sha256} AS evidence
ORDER BY coalesce(s.dateStart, '~'), v.sourceId, v.lineFrom, v.lineTo, v.id`;

const evidenceRow = z.object({
  id: z.string(),
  factId: z.string(),
  sourceId: z.string(),
  lineFrom: z.number(),
  lineTo: z.number(),
  certainty: z.string(),
  stance: z.string(),
  said: z
    .string()
    .nullish()
    .transform((json) => JSON.parse(json ?? '{}') as Record<string, unknown>),
  recordedAt: z.string(),
  withdrawnAt: z.string().nullable(),
  fileName: z.string().nullable(),
  sha256: z.string().nullable(),
});
export type EvidenceRow = z.output<typeof evidenceRow>;

/** All evidence of these facts, withdrawn too, by published date, source and line. */
export async function loadEvidence(database: Database, factIds: readonly string[]): Promise<EvidenceRow[]> {
  return (await database.read(cypher, { factIds })).map((row) => evidenceRow.parse(row.evidence));
}
