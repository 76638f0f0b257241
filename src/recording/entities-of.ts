import type { Plan, PlannedEvidence } from './plan.ts';

/** Every entity that the plan's word on these facts names. */
export function entitiesOf(plan: Plan, factIds: readonly string[]): string[] {
  const touched = new Set(factIds);
  const named = [...plan.facts.values()]
    .filter((fact) => touched.has(fact.factId))
    .flatMap(({ identity, entityId }) => [...Object.values(identity.ends).flat(), entityId]);
  const said = [...plan.evidence.values()].filter((row) => touched.has(row.factId)).flatMap((row) => saidEntities(row.said));
  return [...new Set([...named, ...said].filter((id): id is string => Boolean(id)))].sort();
}

const saidEntities = (said: PlannedEvidence['said']): string[] => [
  ...(typeof said.onBehalfOf === 'string' ? [said.onBehalfOf] : []),
  ...Object.values(said).flatMap((value) =>
    Array.isArray(value) ? value.flatMap((item) => (typeof item === 'object' ? [item.entity, item.onBehalfOf] : [])) : [],
  ),
];
