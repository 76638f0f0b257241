import type { WriteTransaction } from '../database/connect.ts';
import type { Plan, PlannedEvidence } from './plan.ts';
import { readDocument } from './read-state.ts';
import { publishedDate } from './write-source.ts';

/** A new published date may change which source comes first for every fact of the source, new bytes how many documents support it. */
export async function touchedFacts(
  tx: WriteTransaction,
  plan: Plan,
  created: readonly PlannedEvidence[],
  gone: readonly (readonly [string, string])[],
): Promise<string[]> {
  const { published, sha256 } = await readDocument(tx, plan.file.source.id);
  const anew = published !== publishedDate(plan.file) || sha256 !== plan.file.source.sha256;
  const own = [...created.map((row) => row.factId), ...gone.map(([, factId]) => factId)];
  return [...new Set(anew ? [...own, ...plan.facts.keys()] : own)].sort();
}

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
