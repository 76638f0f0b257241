import type { GraphQLResolveInfo } from 'graphql';
import type { FactsAt } from '../database/queries/build-facts-at.ts';
import type { FactKind } from '../domain/facts.ts';
import { byId } from './begin-lists.ts';
import type { GraphContext } from './context.ts';
import { factsAsked } from './facts-asked.ts';
import { askedBelow } from './fields-asked.ts';
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
  facts: byId(({ id }: EntityParent, { kinds, ...page }: PageArguments & { kinds?: FactKind[] | null }, context: GraphContext) =>
    pageOfFacts(context, id, { wanted: { kinds } }, page, ({ fact }) => fact),
  ),
};

/** A list of an entity's facts of one kind, capped. */
export const linksOf = (kind: FactKind, ...parts: string[]) =>
  byId(({ id }: EntityParent, _: unknown, context: GraphContext, info: GraphQLResolveInfo) =>
    factsOf(context, id, { wanted: { kinds: [kind], parts }, asked: factsAsked(info, context) }),
  );

/** A page of nodes that hang on an entity's facts; the page's edges fill them by id. */
export const nodesAt = (kind: FactKind, ...parts: string[]) =>
  byId(({ id }: EntityParent, page: PageArguments, context: GraphContext) =>
    pageOfFacts(context, id, { wanted: { kinds: [kind], parts } }, page, (row) => ({ id: row.nodeId })),
  );

type ParticipationArguments = PageArguments & { readonly roles?: string[] | null };

const participationsPage = (wanted: FactsAt) =>
  byId(({ id }: EntityParent, { roles, ...page }: ParticipationArguments, context: GraphContext, info: GraphQLResolveInfo) => {
    const asked = factsAsked(info, context, 'edges', 'node');
    return pageOfFacts(context, id, { wanted: { kinds: ['PARTICIPATION'], ...wanted, roles }, asked }, page, ({ fact }) => fact);
  });

/** Who took part in an event, in the order of the sources' lines. */
export const participationsInEvent = participationsPage({ parts: ['event'] });

/** What a person or organisation took part in, the newest first. */
export const participationsOfOne = participationsPage({ parts: ['participant'], newestFirst: true });

/** A page of the events at the other end of an entity's facts, the newest first. */
export const eventsAt = (wanted: FactsAt, other: string) =>
  byId(({ id }: EntityParent, page: PageArguments, context: GraphContext, info: GraphQLResolveInfo) => {
    const card = context.propertiesAsked(askedBelow(info, ['edges', 'node']), 'Event') ?? [];
    const list = { wanted: { ...wanted, newestFirst: true }, asked: { properties: [], ends: [other], card } };
    return pageOfFacts(context, id, list, page, ({ fact }) => {
      const known = fact.ends.find((end) => end.part === other)?.entity;
      return { id: known?.id ?? '', known };
    });
  });
