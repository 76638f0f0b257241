import type { WriteTransaction } from '../database/connect.ts';
import { factSpec } from '../domain/facts.ts';
import { canonicalJson } from '../domain/ids.ts';
import type { Plan, PlannedEvidence } from './plan.ts';

const createEvidence = `
MATCH (s:Source {id: $sourceId})
UNWIND $rows AS row
CREATE (v:Evidence)-[:IN]->(s)
SET v = row, v.recordedAt = datetime()`;

const reviveEvidence = `
UNWIND $rows AS row
MATCH (v:Evidence {id: row.id})
USING INDEX SEEK v:Evidence(id)
SET v += row
REMOVE v.withdrawnAt`;

/** Writes what the source newly says; what it said once before, and `isStored`, lives again. */
export async function writeEvidence(
  tx: WriteTransaction,
  plan: Plan,
  said: readonly PlannedEvidence[],
  isStored: (id: string) => boolean,
): Promise<void> {
  const sourceId = plan.file.source.id;
  const rows = said.map((row) => rowOf(plan, row));
  const [created, revived] = [rows.filter(({ id }) => !isStored(id)), rows.filter(({ id }) => isStored(id))];
  if (created.length > 0) await tx.run(createEvidence, { rows: created, sourceId });
  if (revived.length > 0) await tx.run(reviveEvidence, { rows: revived });
}

const rowOf = (plan: Plan, row: PlannedEvidence) => ({
  id: row.id,
  factId: row.factId,
  factType: plan.facts.get(row.factId)?.identity.type,
  factKind: factSpec(plan.facts.get(row.factId)?.identity.type ?? 'Statement').kind,
  sourceId: plan.file.source.id,
  lineFrom: row.from,
  lineTo: row.to,
  certainty: row.certainty,
  stance: row.stance,
  said: canonicalJson(row.said),
});

/** Marks what the source no longer says; it stays readable with its fact. */
export async function withdrawEvidence(tx: WriteTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.run('UNWIND $ids AS id MATCH (v:Evidence {id: id}) USING INDEX SEEK v:Evidence(id) SET v.withdrawnAt = datetime()', { ids });
}
