import type { FactKind } from '../../domain/facts.ts';
import { hopTypes, hopTypesOf, pathLabels } from '../../domain/paths/hop-types.ts';
import { certainties } from '../../domain/vocabulary.ts';
import type { Parameters } from '../connect.ts';

/** What a path may be made of. */
export interface PathFilter {
  /** Only facts of these kinds. */
  readonly kinds?: readonly FactKind[] | null;
  /** Never through these entities. */
  readonly avoid: readonly string[];
  /** Never by these facts. */
  readonly withoutFacts: readonly string[];
}

/** The types of relationships that are hops, for a pattern. */
export const hops = ['TIE', ...hopTypes].join('|');

/** Whether a path may touch the node: HELD_AT and others lead to places and sources too. */
export const nodeAllowed = (node: string): string =>
  `(${pathLabels.map((label) => `${node}:${label}`).join(' OR ')}) AND NOT ${node}.id IN $avoid`;

/** Whether a path may take the hop. Kinds are values, not types in the text: every choice of them would be a text to plan. */
export const hopAllowed = (hop: string, { kinds }: PathFilter): string =>
  `NOT ${hop}.factId IN $withoutFacts${kinds ? ` AND (type(${hop}) IN $types OR ${hop}.kind IN $kinds)` : ''}`;

/** The values that the two conditions name. */
export const hopParams = ({ kinds, avoid, withoutFacts }: PathFilter): Parameters => ({
  avoid,
  withoutFacts,
  ...(kinds && { kinds, types: hopTypesOf(kinds) }),
});

/** How weak a fact is, the strongest 0. */
export const weaknessOf = (fact: string): string =>
  `CASE ${fact}.certainty ${Object.keys(certainties)
    .map((certainty, weakness) => `WHEN '${certainty}' THEN ${weakness}`)
    .join(' ')} END`;
