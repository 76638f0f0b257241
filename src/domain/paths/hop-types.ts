import { type FactKind, type FactType, factSpec, factTypes } from '../facts.ts';
import { type EntityKind, type EntityLabel, entityKinds } from '../vocabulary.ts';

/** The kinds of entities that paths run between and through. */
export const pathKinds = ['PERSON', 'ORGANISATION', 'EVENT', 'WORK', 'PROJECT'] as const satisfies readonly EntityKind[];

/** Their labels. */
export const pathLabels: readonly EntityLabel[] = pathKinds.map((kind) => entityKinds[kind].label);

/** The relationship facts that can join two of them; a fact of more ends joins them by `TIE`. */
export const hopTypes: readonly FactType[] = factTypes.filter((type) => {
  const { form, ends } = factSpec(type);
  return form === 'relationship' && Object.values(ends).every(({ labels }) => labels.some((label) => pathLabels.includes(label)));
});

/** Those of them that are facts of these kinds. */
export const hopTypesOf = (kinds: readonly FactKind[]): readonly FactType[] =>
  hopTypes.filter((type) => kinds.includes(factSpec(type).kind));
