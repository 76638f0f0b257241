import { type FactKind, factSpec } from '../domain/facts.ts';
import type { FoldedFact } from './fact-row.ts';
import type { BatchChanges } from './load-batch.ts';
import type { Plan, PlannedFact } from './plan.ts';
import type { StandingFact } from './read-state.ts';
import type { EntityChanges } from './write-entities.ts';

export interface ChangeCounts {
  created: number;
  changed: number;
  unchanged: number;
  withdrawn: number;
}

/** What loading one source did, by kind of fact; `ENTITY` counts the entities. */
export interface LoadReport {
  readonly source: string;
  readonly counts: Readonly<Partial<Record<FactKind | 'ENTITY', ChangeCounts>>>;
}

/** What was done to the facts of a batch, by kind. */
export type FactCounts = Readonly<Partial<Record<FactKind, ChangeCounts>>>;

export interface Changes {
  readonly folded: readonly FoldedFact[];
  readonly withdrawn: readonly StandingFact[];
  readonly standing: ReadonlyMap<string, StandingFact>;
  readonly entities: EntityChanges;
}

const none: ChangeCounts = { created: 0, changed: 0, unchanged: 0, withdrawn: 0 };

/** Counts each fact of the plan, and each that fell away, once. */
export function countFacts(plan: Plan, { folded, withdrawn, standing }: Changes): FactCounts {
  const counts: Partial<Record<FactKind, ChangeCounts>> = {};
  const count = ({ identity }: PlannedFact, change: keyof ChangeCounts) => {
    const { kind } = factSpec(identity.type);
    const row = counts[kind] ?? none;
    counts[kind] = { ...row, [change]: row[change] + 1 };
  };
  const touched = new Set(folded.map((fact) => fact.factId));
  for (const fact of plan.facts.values()) if (!touched.has(fact.factId)) count(fact, 'unchanged');
  for (const fact of folded) count(fact, standing.has(fact.factId) ? 'changed' : 'created');
  for (const fact of withdrawn) count(fact, 'withdrawn');
  return counts;
}

/** What all batches of a source did together; an entity that several of them touched counts once. */
export function sumChanges(source: string, batches: readonly BatchChanges[]): LoadReport {
  const facts: Partial<Record<FactKind, ChangeCounts>> = {};
  for (const batch of batches)
    for (const [kind, row] of Object.entries(batch.facts) as [FactKind, ChangeCounts][]) facts[kind] = add(facts[kind] ?? none, row);
  const idsOf = (part: keyof BatchChanges['entities']) => new Set(batches.flatMap(({ entities }) => entities[part]));
  const [created, changed, hidden, declared] = [idsOf('created'), idsOf('changed'), idsOf('hidden'), idsOf('declared')];
  for (const id of created) changed.delete(id);
  const unchanged = Math.max(0, declared.size - created.size - changed.size);
  return { source, counts: { ...facts, ENTITY: { created: created.size, changed: changed.size, unchanged, withdrawn: hidden.size } } };
}

const add = (one: ChangeCounts, other: ChangeCounts): ChangeCounts => ({
  created: one.created + other.created,
  changed: one.changed + other.changed,
  unchanged: one.unchanged + other.unchanged,
  withdrawn: one.withdrawn + other.withdrawn,
});

/** The sums over all kinds of several reports. */
export const sumReports = (reports: readonly LoadReport[]): ChangeCounts =>
  reports.flatMap((report) => Object.values(report.counts)).reduce(add, none);
