import type { Database, WriteTransaction } from '../database/connect.ts';
import { writeOnce } from '../database/write-once.ts';
import { groupBy } from '../domain/group-by.ts';
import { entitiesOf, touchedFacts } from './find-touched.ts';
import { foldFact } from './fold-fact.ts';
import type { ImportLock } from './import-lock.ts';
import { clearPending } from './pending-imports.ts';
import type { Plan, PlannedFact } from './plan.ts';
import { projectAll } from './project-all.ts';
import { readEvidenceOf, readLivingEvidence, readStandingFacts, type StandingFact } from './read-state.ts';
import { countChanges, type LoadReport } from './report.ts';
import { forgetWithdrawals, withdrawFacts } from './withdraw-facts.ts';
import { placeEntities, writeEntities } from './write-entities.ts';
import { withdrawEvidence, writeEvidence } from './write-evidence.ts';
import { type FoldedFact, writeFacts } from './write-facts.ts';
import { writeSource } from './write-source.ts';

/** Large files need more than a reader's question may take. */
const timeoutMs = 600_000;
const nothing = { folded: [], withdrawn: [], standing: new Map(), entities: { created: [], changed: [], hidden: [] } };

class DryRun extends Error {
  readonly report: LoadReport;
  constructor(report: LoadReport) {
    super('dry run');
    this.report = report;
  }
}

/**
 * Makes the graph hold what one source says, no more and no less, in one transaction with the projections.
 * Loading the same plan again changes nothing. With `dryRun` all is tried and nothing kept.
 */
export async function loadPlan(
  database: Database,
  lock: ImportLock,
  plan: Plan,
  { dryRun = false, reason = 'no source says it any longer' } = {},
): Promise<LoadReport> {
  try {
    return await writeOnce(
      database,
      async (tx) => {
        await lock.keep(tx);
        const report = await load(tx, plan, reason);
        if (dryRun) throw new DryRun(report);
        return report;
      },
      { timeoutMs },
    );
  } catch (error) {
    if (error instanceof DryRun) return error.report;
    throw error;
  }
}

async function load(tx: WriteTransaction, plan: Plan, reason: string): Promise<LoadReport> {
  await clearPending(tx, plan.file.source.id);
  const before = await readEvidenceOf(tx, plan.file.source.id);
  const created = [...plan.evidence.values()].filter((row) => !before.has(row.id));
  const gone = [...before].filter(([id]) => !plan.evidence.has(id));
  const factIds = await touchedFacts(tx, plan, created, gone);
  const standing = await readStandingFacts(tx, factIds);
  const newEntities = await placeEntities(tx, [...new Set([plan.file.source.id, ...entitiesOf(plan, factIds)])]);
  const declared = await writeSource(tx, plan);
  if (factIds.length + declared.length === 0) return countChanges(plan, nothing);
  await writeEvidence(tx, plan, created);
  await withdrawEvidence(
    tx,
    gone.map(([id]) => id),
  );

  const { folded, withdrawn } = await foldAll(tx, plan, factIds, standing);
  await writeFacts(tx, folded, new Set(standing.keys()));
  await withdrawFacts(tx, withdrawn, reason);
  await forgetWithdrawals(
    tx,
    folded.map((fact) => fact.factId),
  );

  const affected = new Set([...[...standing.values()].flatMap((fact) => fact.ties), ...folded.flatMap(tiesOf), ...declared]);
  const entities = await writeEntities(tx, [...affected], newEntities);
  const touched: PlannedFact[] = [...folded, ...withdrawn];
  await projectAll(tx, folded, touched, [...entities.created, ...entities.changed]);
  return countChanges(plan, { folded, withdrawn, standing, entities });
}

const tiesOf = (fact: FoldedFact): string[] => [...fact.state.ties.map((tie) => tie.entity), ...(fact.entityId ? [fact.entityId] : [])];

async function foldAll(tx: WriteTransaction, plan: Plan, factIds: readonly string[], standing: ReadonlyMap<string, StandingFact>) {
  const evidence = groupBy(await readLivingEvidence(tx, factIds), (row) => row.factId);
  const folded: FoldedFact[] = [];
  const withdrawn: StandingFact[] = [];
  for (const factId of factIds) {
    const fact = plan.facts.get(factId) ?? standing.get(factId);
    const state = fact && foldFact(factId, fact.identity, evidence.get(factId) ?? []);
    const stands = standing.get(factId);
    if (fact && state) folded.push({ ...fact, entityId: stands?.entityId ?? fact.entityId, state });
    else if (stands) withdrawn.push(stands);
  }
  return { folded, withdrawn };
}
