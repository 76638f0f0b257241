import { graphql, type Operation } from '../api/graphql.ts';
import { type FactLine, FactParts } from './fragments.ts';

interface PageOf<Node> {
  readonly rows: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: Node }[];
  } | null;
}
interface Given {
  readonly filter?: unknown;
  readonly orderBy?: unknown;
  readonly after?: string | null;
  readonly lang: 'ZH' | 'EN';
}
export type Listed = { readonly id: string; readonly label: string; readonly date?: FactLine['date'] };
type List = Operation<PageOf<Listed>, Given>;

/** All of a kind of entity that meet a filter. The lists differ in names only, so one writing stands for all. */
const listOf = (field: string, type: string, date = ''): List =>
  graphql(
    `
query List${type}($filter: ${type}Filter, $orderBy: ${type}Order, $after: String, $lang: Language!) {
  rows: ${field}(filter: $filter, orderBy: $orderBy, first: 100, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { id label(lang: $lang) ${date} } }
  }
}` as never,
  ) as unknown as List;

const dated = 'date { start end text inferred }';

export const people = listOf('people', 'Person');
export const organisations = listOf('organisations', 'Organisation');
export const eventSeries = listOf('eventSeries', 'EventSeries');
export const events = listOf('events', 'Event', dated);
export const agreements = listOf('agreements', 'Agreement', dated);
export const works = listOf('works', 'Work');
export const projects = listOf('projects', 'Project');
export const honours = listOf('honours', 'Honour');
export const places = listOf('places', 'Place');
export const sources = listOf('sources', 'Source', dated);

/** Facts that meet a filter, in the order of their documents' lines. */
export const facts = graphql(
  `
query ListFacts($filter: FactFilter, $after: String, $lang: Language!) {
  rows: facts(filter: $filter, first: 50, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { ...FactParts } }
  }
}`,
  [FactParts],
);
