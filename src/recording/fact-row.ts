import { type FactSpec, type FactType, factSpec } from '../domain/facts.ts';
import { canonicalJson } from '../domain/ids.ts';
import type { FactState, FactTie } from './fold-fact.ts';
import type { PlannedFact } from './plan.ts';

export interface FoldedFact extends PlannedFact {
  readonly state: FactState;
}

/** The events that date a fact: none of one that has its own date. */
export const datingEvents = ({ properties, ties }: FactState): string[] =>
  properties.dateStart === undefined ? ties.map(({ entity }) => entity).filter((id) => id.startsWith('event:')) : [];

/** The date a fact is listed under: its own, else the first of its events', else none (`~`). `eventDates`: those that are known. */
const dateKeyOf = (state: FactState, eventDates: ReadonlyMap<string, string>): string =>
  String(
    state.properties.dateStart ??
      datingEvents(state)
        .flatMap((id) => eventDates.get(id) ?? [])
        .sort()[0] ??
      '~',
  );

/** A fact as statements write it: what its node or relationship bears, what the `Fact` of lists bears, and its ends. */
export function factRow({ factId, identity, entityId, state }: FoldedFact, eventDates: ReadonlyMap<string, string>) {
  const spec: FactSpec = factSpec(identity.type);
  const own = { ...state.properties, factId, certainty: state.certainty, disputed: state.contested };
  const dateKey = dateKeyOf(state, eventDates);
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
      dateKey,
      contested: state.contested,
      identity: canonicalJson(identity),
      ...(spec.form === 'node' && { id: entityId ?? factId }),
    },
    ties: ties.map(({ part, entity, carried }) => ({
      entity,
      properties: { ...carried, part, entityId: entity, docKey: state.docKey, factKind: spec.kind, dateKey },
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
