import type { WriteTransaction } from '../database/connect.ts';
import { groupBy } from '../domain/group-by.ts';
import type { SourceFile } from '../domain/source-file.ts';
import { entitiesOf } from './entities-of.ts';
import type { FoldedFact } from './fact-row.ts';
import { foldFact, type LivingEvidence } from './fold-fact.ts';
import { clearPending } from './pending-imports.ts';
import { placeEntities } from './place-entities.ts';
import type { Plan, PlannedEvidence } from './plan.ts';
import { projectAll } from './project-all.ts';
import { readLivingEvidence, readStandingFacts, readStoredIds, type StandingFact } from './read-state.ts';
import { type Changes, countFacts, type FactCounts } from './report.ts';
import { forgetWithdrawals, withdrawFacts } from './withdraw-facts.ts';
import { describesEntities, type EntityChanges, writeEntities } from './write-entities.ts';
import { withdrawEvidence, writeEvidence } from './write-evidence.ts';
import { writeFacts } from './write-facts.ts';
import { publishedDate, sealSource, writeDeclarations, writeSource } from './write-source.ts';

/** What a source is besides its word. */
export interface SourceHead {
  readonly source: SourceFile['source'];
  readonly leftOut: NonNullable<SourceFile['leftOut']>;
  /** Of the file as it was read, where it was. */
  readonly hash?: string;
}

/** What of a source goes into one transaction. */
export interface Batch {
  readonly plan: Plan;
  /** Evidence that the source no longer gives, with its facts, and entities that it no longer declares. */
  readonly gone: readonly { readonly id: string; readonly factId: string }[];
  readonly undeclared: readonly string[];
  readonly first: boolean;
  readonly last: boolean;
  /** True when every fact of the source has to be weighed anew, for its document has another date or other bytes. */
  readonly refold: boolean;
}

/** What a batch did. */
export interface BatchChanges {
  readonly facts: FactCounts;
  readonly entities: EntityChanges & { readonly declared: readonly string[] };
}

const nothing: Changes = { folded: [], withdrawn: [], standing: new Map(), entities: { created: [], changed: [], hidden: [] } };

// Its statements name the index they seek by: a plan that is made while the graph is small may walk all of a label instead, and is kept while the graph grows.
/** Stores one batch with everything that is projected from it. */
export async function loadBatch(tx: WriteTransaction, head: SourceHead, batch: Batch, reason: string): Promise<BatchChanges> {
  const changes = await load(tx, head, batch, reason);
  if (batch.last) {
    await sealSource(tx, head);
    await clearPending(tx, head.source.id);
  }
  const agreements = batch.plan.file.facts.flatMap((fact) => ('id' in fact ? [String(fact.id)] : []));
  const declared = [head.source.id, ...Object.keys(batch.plan.file.entities), ...agreements];
  return { facts: countFacts(batch.plan, changes), entities: { ...changes.entities, declared } };
}

async function load(tx: WriteTransaction, head: SourceHead, batch: Batch, reason: string): Promise<Changes> {
  const { plan, gone, undeclared } = batch;
  const stored = await readStoredIds(tx, [...plan.evidence.keys()]);
  const created = [...plan.evidence.values()].filter((row) => !stored.get(row.id));
  const factIds = touchedFacts(batch, [...created, ...gone]);
  const standing = await readStandingFacts(tx, factIds);
  const newEntities = await placeEntities(tx, [...new Set([head.source.id, ...entitiesOf(plan, factIds)])]);
  if (batch.first) await writeSource(tx, head, batch.refold);
  const declared = [...(await writeDeclarations(tx, batch)), ...undeclared];
  if (factIds.length + declared.length === 0) return nothing;
  await withdrawEvidence(
    tx,
    gone.map(({ id }) => id),
  );
  // Read before ours is written, which need not be sent back.
  const living = [...(await readLivingEvidence(tx, factIds)), ...created.map((row) => asLiving(head, row))];
  await writeEvidence(tx, plan, created, (id) => stored.has(id));

  const { folded, withdrawn } = foldAll(plan, factIds, standing, living);
  await writeFacts(tx, folded, new Set(standing.keys()));
  await withdrawFacts(tx, withdrawn, reason);
  await forgetWithdrawals(
    tx,
    folded.map((fact) => fact.factId),
  );

  const isNew = new Set(newEntities);
  const described = folded.flatMap((fact) => tiesOf(fact).filter((id) => isNew.has(id) || describesEntities(fact.identity.type)));
  const affected = new Set([...[...standing.values()].flatMap((fact) => fact.ties), ...described, ...declared]);
  const entities = await writeEntities(tx, [...affected], newEntities);
  await projectAll(tx, { folded, withdrawn, standing, ...entities });
  return { folded, withdrawn, standing, entities };
}

/** In order, so that any two transactions take their locks alike. */
const touchedFacts = ({ plan, refold }: Batch, changed: readonly { readonly factId: string }[]): string[] =>
  [...new Set([...changed.map(({ factId }) => factId), ...(refold ? plan.facts.keys() : [])])].sort();

const tiesOf = (fact: FoldedFact): string[] => [...fact.state.ties.map((tie) => tie.entity), ...(fact.entityId ? [fact.entityId] : [])];

const asLiving = ({ source }: SourceHead, row: PlannedEvidence): LivingEvidence => ({
  ...row,
  lineFrom: row.from,
  sourceId: source.id,
  sha256: source.sha256,
  published: publishedDate(source) ?? '~',
});

function foldAll(plan: Plan, factIds: readonly string[], standing: ReadonlyMap<string, StandingFact>, living: readonly LivingEvidence[]) {
  const evidence = groupBy(living, (row) => row.factId);
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
