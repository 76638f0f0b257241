import type { FactKind } from '../domain/facts.ts';
import type { GraphContext } from './context.ts';
import { factsOf, type PageArguments, pageOfFacts } from './page-of-facts.ts';

/** What the library hands to a field of an entity type that requires these. */
export interface EntityParent {
  readonly id: string;
  readonly name: string;
  readonly nameEn?: string | null;
}

export type LabelArguments = { readonly lang?: 'ZH' | 'EN' | null };

/** The fields every entity type has. */
export const entityFields = {
  label: ({ name, nameEn }: EntityParent, { lang }: LabelArguments) => (lang === 'EN' && nameEn ? nameEn : name),
  facts: ({ id }: EntityParent, { kinds, ...page }: PageArguments & { kinds?: FactKind[] | null }, context: GraphContext) =>
    pageOfFacts(context, id, { kinds }, page, (row) => context.loaders.factById.load(row.factId)),
};

/** A list of an entity's facts of one kind, capped. */
export const linksOf =
  (kind: FactKind, ...parts: string[]) =>
  ({ id }: EntityParent, _: unknown, context: GraphContext) =>
    factsOf(context, id, { kinds: [kind], parts });

/** A page of nodes that hang on an entity's facts; the page's edges fill them by id. */
export const nodesAt =
  (kind: FactKind, ...parts: string[]) =>
  ({ id }: EntityParent, page: PageArguments, context: GraphContext) =>
    pageOfFacts(context, id, { kinds: [kind], parts }, page, (row) => ({ id: row.nodeId }));

/** The page of an entity's participations, at one end of them. */
export const participationsAt =
  (part: 'participant' | 'event') =>
  ({ id }: EntityParent, { roles, ...page }: PageArguments & { roles?: string[] | null }, context: GraphContext) =>
    pageOfFacts(context, id, { kinds: ['PARTICIPATION'], parts: [part], roles }, page, (row) => context.loaders.factById.load(row.factId));

/** A page of the events at the other end of an entity's facts. */
export const eventsAt =
  (wanted: { kind: FactKind; part: string; other: string; types?: string[] }) =>
  ({ id }: EntityParent, page: PageArguments, context: GraphContext) =>
    pageOfFacts(context, id, { kinds: [wanted.kind], parts: [wanted.part], types: wanted.types }, page, async (row) => {
      const fact = await context.loaders.factById.load(row.factId);
      return { id: fact?.ends.find((end) => end.part === wanted.other)?.entity.id ?? '' };
    });
