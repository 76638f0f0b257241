import { type FactKind, factSpec } from '../domain/facts.ts';
import type { Plan } from './plan.ts';
import type { StandingFact } from './read-state.ts';
import type { EntityChanges } from './write-entities.ts';
import type { FoldedFact } from './write-facts.ts';

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

export interface Changes {
  readonly folded: readonly FoldedFact[];
  readonly withdrawn: readonly StandingFact[];
  readonly standing: ReadonlyMap<string, StandingFact>;
  readonly entities: EntityChanges;
}

/** Counts each fact of the plan, and each that fell away, once. */
export function countChanges(plan: Plan, { folded, withdrawn, standing, entities }: Changes): LoadReport {
  const counts: Partial<Record<FactKind | 'ENTITY', ChangeCounts>> = {};
  const count = (kind: FactKind | 'ENTITY', change: keyof ChangeCounts, by = 1) => {
    const row = counts[kind] ?? { created: 0, changed: 0, unchanged: 0, withdrawn: 0 };
    counts[kind] = { ...row, [change]: row[change] + by };
  };
  const touched = new Set(folded.map((fact) => fact.factId));
  for (const { factId, identity } of plan.facts.values()) if (!touched.has(factId)) count(factSpec(identity.type).kind, 'unchanged');
  for (const { factId, identity } of folded) count(factSpec(identity.type).kind, standing.has(factId) ? 'changed' : 'created');
  for (const { identity } of withdrawn) count(factSpec(identity.type).kind, 'withdrawn');
  const declared = Object.keys(plan.file.entities).length + 1 + plan.file.facts.filter((fact) => 'id' in fact).length;
  count('ENTITY', 'created', entities.created.length);
  count('ENTITY', 'changed', entities.changed.length);
  count('ENTITY', 'withdrawn', entities.hidden.length);
  count('ENTITY', 'unchanged', Math.max(0, declared - entities.created.length - entities.changed.length));
  return { source: plan.file.source.id, counts };
}

/** The sums over all kinds of several reports. */
export function sumReports(reports: readonly LoadReport[]): ChangeCounts {
  const sum = { created: 0, changed: 0, unchanged: 0, withdrawn: 0 };
  for (const counts of reports.flatMap((report) => Object.values(report.counts)))
    for (const change of Object.keys(sum) as (keyof ChangeCounts)[]) sum[change] += counts[change];
  return sum;
}
