import { type FactSpec, type FactType, factSpec } from '../domain/facts.ts';
import { canonicalJson } from '../domain/ids.ts';
import type { FactState, FactTie } from './fold-fact.ts';
import type { PlannedFact } from './plan.ts';

export interface FoldedFact extends PlannedFact {
  readonly state: FactState;
}

/** The date a fact is listed under, where that hangs on no event: its own, else none (`~`). */
export function settledDate({ properties, ties }: FactState): string | undefined {
  if (properties.dateStart !== undefined) return String(properties.dateStart);
  return ties.some(({ entity }) => entity.startsWith('event:')) ? undefined : '~';
}

/** A fact as statements write it: what its node or relationship bears, what the `Fact` of lists bears, and its ends. */
export function factRow({ factId, identity, entityId, state }: FoldedFact) {
  const spec: FactSpec = factSpec(identity.type);
  const own = { ...state.properties, factId, certainty: state.certainty, disputed: state.contested };
  const dateKey = settledDate(state);
  const date = dateKey && { dateKey };
  const register = { factKind: spec.kind, factType: identity.type, docKey: state.docKey, orderKey: state.orderKey, sources: state.sources };
  // An agreement is one of its own ends, so that its fact is among those about it.
  const ties = [...state.ties, ...(entityId ? [{ part: 'agreement', entity: entityId, carried: {} }] : [])];
  const typeOf = (part: string) => spec.ends[part]?.by;
  return {
    factId,
    form: spec.form,
    type: identity.type,
    labels: labelsOf(identity.type),
    own,
    fact: {
      ...own,
      ...register,
      ...date,
      contested: state.contested,
      identity: canonicalJson(identity),
      ...(spec.form === 'node' && { id: entityId ?? factId }),
    },
    ties: ties.map(({ part, entity, carried }) => ({
      entity,
      properties: { ...carried, part, entityId: entity, docKey: state.docKey, factKind: spec.kind, ...date },
      // Only of a node: a relationship is its own typed end.
      ...(spec.form === 'node' && typeOf(part) && { by: typeOf(part), carried }),
    })),
    from: endOf(state.ties, spec, 'from'),
    to: endOf(state.ties, spec, 'to'),
  };
}

const endOf = (ties: readonly FactTie[], spec: FactSpec, by: string): string | undefined =>
  ties.find((tie) => spec.ends[tie.part]?.by === by)?.entity;

const labelsOf = (type: FactType): string[] => {
  if (factSpec(type).form === 'relationship') return [];
  return type === 'Agreement' ? [type, 'Entity'] : [type];
};
