import { graphql } from '../api/graphql.ts';
import { FactParts } from './fragments.ts';

/** The facts about some entities within days, by date; undated ones last. */
export const Timeline = graphql(
  `
query Timeline($ids: [ID!]!, $from: Day, $to: Day, $kinds: [FactKind!], $after: String, $lang: Language!) {
  timeline(entityIds: $ids, from: $from, to: $to, kinds: $kinds, first: 50, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { ...FactParts } }
  }
}`,
  [FactParts],
);

/** When each fact about some entities was; as much as a chart needs. */
export const FactDates = graphql(`
query FactDates($ids: [ID!]!, $from: Day, $to: Day, $kinds: [FactKind!], $after: String) {
  timeline(entityIds: $ids, from: $from, to: $to, kinds: $kinds, first: 100, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { factId date { start } } }
  }
}`);

/** When each event was, and the facts that say so. */
export const EventDates = graphql(`
query EventDates($filter: EventFilter, $after: String) {
  events(filter: $filter, orderBy: DATE, first: 100, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { id date { start } statements(where: { property: { eq: DATE } }, limit: 3) { factId } } }
  }
}`);
