import type { WriteTransaction } from '../database/connect.ts';
import { factSpec } from '../domain/facts.ts';
import { canonicalJson } from '../domain/ids.ts';
import type { Plan, PlannedEvidence } from './plan.ts';

const mergeEvidence = `
UNWIND $rows AS row
MERGE (v:Evidence {id: row.id})
ON CREATE SET v.recordedAt = datetime()
SET v += row.properties
REMOVE v.withdrawnAt
WITH v
MATCH (s:Source {id: $sourceId})
MERGE (v)-[:IN]->(s)`;

/** Writes what the source newly says. */
export async function writeEvidence(tx: WriteTransaction, plan: Plan, created: readonly PlannedEvidence[]): Promise<void> {
  const sourceId = plan.file.source.id;
  const rows = created.map((row) => ({
    id: row.id,
    properties: {
      factId: row.factId,
      factType: plan.facts.get(row.factId)?.identity.type,
      factKind: factSpec(plan.facts.get(row.factId)?.identity.type ?? 'Statement').kind,
      sourceId,
      lineFrom: row.from,
      lineTo: row.to,
      certainty: row.certainty,
      stance: row.stance,
      said: canonicalJson(row.said),
    },
  }));
  await tx.run(mergeEvidence, { rows, sourceId });
}

/** Marks what the source no longer says; it stays readable with its fact. */
export async function withdrawEvidence(tx: WriteTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.run('UNWIND $ids AS id MATCH (v:Evidence {id: id}) SET v.withdrawnAt = datetime()', { ids });
}
