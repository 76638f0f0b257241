import type { GraphQLResolveInfo } from 'graphql';
import type { FactPart } from '../database/queries/asked-fact.ts';
import type { FactsAt } from '../database/queries/match-facts-at.ts';
import type { FactKind } from '../domain/facts.ts';
import type { EntityLabel } from '../domain/vocabulary.ts';
import type { GraphContext } from './context.ts';
import { evidenceBelow } from './evidence.ts';
import { factFields } from './fact-fields.ts';
import { factsAsked, typeBelow } from './facts-asked.ts';
import { askedBelow, fieldsAsked } from './fields-asked.ts';
import { listField } from './list-field.ts';
import { type PageArguments, pageOfFacts, partOfPage } from './page-of-facts.ts';
import { belowFacts, belowNodes } from './read-ahead.ts';

/** What the library hands to a field of an entity type that requires these. */
export interface EntityParent {
  readonly id: string;
  readonly name: string;
  readonly nameEn?: string | null;
}

export type LabelArguments = { readonly lang?: 'ZH' | 'EN' | null };

const nothing = () => [];
const onPage = ['edges', 'node'];

/** The fields every entity type has. */
export const entityFields = {
  label: ({ name, nameEn }: EntityParent, { lang }: LabelArguments) => (lang === 'EN' && nameEn ? nameEn : name),
  facts: listField<PageArguments & { readonly kinds?: FactKind[] | null }>({
    list: ({ kinds, ...page }, context, info) => ({
      wanted: { kinds },
      ...partOfPage(page, info),
      evidence: evidenceBelow(info, context, ...onPage),
    }),
    below: nothing,
    show: (rows, page, totalCount) => pageOfFacts(rows, page, ({ fact }) => fact, totalCount),
  }),
};

// Lists that are few by nature are cut where a page would end.
const CAP = 100;

/** A list of an entity's facts of one kind, capped. */
export const linksOf = (kind: FactKind, ...parts: string[]) =>
  listField<unknown>({
    list: (_args, context, info) => ({
      wanted: { kinds: [kind], parts },
      limit: CAP,
      keyed: false,
      asked: factsAsked(info, context),
      evidence: evidenceBelow(info, context),
    }),
    below: belowFacts(),
    show: (rows) => rows.map(({ fact }) => fact),
  });

/** A page of nodes that hang on an entity's facts; the page's edges fill them by id. */
export const nodesAt = (kind: FactKind, ...parts: string[]) =>
  listField<PageArguments>({
    list: (page, _context, info) => ({ wanted: { kinds: [kind], parts }, ...partOfPage(page, info), asked: nodesAsked(info) }),
    below: nothing,
    show: (rows, page, totalCount) => pageOfFacts(rows, page, ({ fact }) => ({ id: fact.properties.id }), totalCount),
  });

const idOnly: FactPart = { properties: ['id'], ends: [], card: [] };
const toldOfFact = new Set<unknown>([factFields.label, factFields.date]);

/** Which node it is, or the whole fact where something is told of it that does not stand on the node: it is not read again then. */
function nodesAsked(info: GraphQLResolveInfo): FactPart | undefined {
  const fields = typeBelow(info, onPage).getFields();
  const isTold = fieldsAsked(askedBelow(info, onPage)).some(({ name }) => toldOfFact.has(fields[name.value]?.resolve));
  return isTold ? undefined : idOnly;
}

type ParticipationArguments = PageArguments & { readonly roles?: string[] | null };
const participationsPage = (wanted: FactsAt) =>
  listField<ParticipationArguments>({
    list: ({ roles, ...page }, context, info) => ({
      wanted: { kinds: ['PARTICIPATION'], ...wanted, roles },
      ...partOfPage(page, info),
      asked: factsAsked(info, context, ...onPage),
      evidence: evidenceBelow(info, context, ...onPage),
    }),
    below: belowFacts(...onPage),
    show: (rows, page, totalCount) => pageOfFacts(rows, page, ({ fact }) => fact, totalCount),
  });

/** Who took part in an event, in the order of the sources' lines. */
export const participationsInEvent = participationsPage({ parts: ['event'] });

/** What a person or organisation took part in, the newest first. */
export const participationsOfOne = participationsPage({ parts: ['participant'], newestFirst: true });

/** A page of the events at the other end of an entity's facts, the newest first. */
export const eventsAt = (wanted: FactsAt, other: string) =>
  listField<PageArguments>({
    list: (page, context, info) => ({
      wanted: { ...wanted, newestFirst: true },
      ...partOfPage(page, info),
      asked: { properties: [], ends: [other], card: eventsAsked(info, context) },
    }),
    below: belowNodes(other, 'Event', ...onPage),
    show: (rows, page, totalCount) =>
      pageOfFacts(
        rows,
        page,
        ({ fact }) => {
          const known = fact.ends.find((end) => end.part === other)?.entity;
          return { id: known?.id ?? '', known };
        },
        totalCount,
      ),
  });

const eventsAsked = (info: GraphQLResolveInfo, { propertiesAsked }: GraphContext): readonly string[] =>
  propertiesAsked(askedBelow(info, onPage), 'Event' satisfies EntityLabel) ?? [];
