import type { Row, WriteTransaction } from '../database/connect.ts';
import type { LivingEvidence } from './fold-fact.ts';
import type { Identity, PlannedFact, SaidValue } from './plan.ts';

type Run = Pick<WriteTransaction, 'run'>;

const storedEvidence = `
UNWIND $ids AS id
MATCH (v:Evidence {id: id})
USING INDEX SEEK v:Evidence(id)
RETURN id, v.withdrawnAt IS NULL AS living`;

/** Those of the pieces of evidence that the graph has, and of each whether it lives or is withdrawn. */
export async function readStoredIds(tx: Run, ids: readonly string[]): Promise<Map<string, boolean>> {
  const rows = await tx.run(storedEvidence, { ids });
  return new Map(rows.map((row) => [String(row.id), row.living === true]));
}

const livingEvidence = `
UNWIND $factIds AS factId
MATCH (v:Evidence {factId: factId})-[:IN]->(s)
USING INDEX SEEK v:Evidence(factId)
WHERE v.withdrawnAt IS NULL
RETURN v {.id, .factId, .sourceId, .lineFrom, .certainty, .stance, .said} AS evidence, coalesce(s.published, '~') AS published, s.sha256 AS sha256`;

/** Everything living that speaks for or against the facts. */
export async function readLivingEvidence(tx: Run, factIds: readonly string[]): Promise<LivingEvidence[]> {
  const rows = await tx.run(livingEvidence, { factIds });
  return rows.map((row) => {
    const evidence = row.evidence as Row;
    return {
      ...evidence,
      published: row.published,
      sha256: row.sha256,
      said: JSON.parse(String(evidence.said)) as Record<string, SaidValue>,
    } as LivingEvidence;
  });
}

/** A fact that stands in the graph. */
export interface StandingFact extends PlannedFact {
  readonly ties: readonly string[];
}

const standingFacts = `
UNWIND $factIds AS factId
MATCH (f:Fact {factId: factId})
USING INDEX SEEK f:Fact(factId)
RETURN factId, f.identity AS identity, f.id AS id, COLLECT { MATCH (f)-[:END]->(e) RETURN e.id } AS ties`;

/** Those of the facts that stand in the graph, with the entities they tie. */
export async function readStandingFacts(tx: Run, factIds: readonly string[]): Promise<Map<string, StandingFact>> {
  const rows = await tx.run(standingFacts, { factIds });
  return new Map(
    rows.map((row) => {
      const identity = JSON.parse(String(row.identity)) as Identity;
      const factId = String(row.factId);
      return [
        factId,
        { factId, identity, entityId: identity.type === 'Agreement' ? String(row.id) : undefined, ties: row.ties as string[] },
      ];
    }),
  );
}
