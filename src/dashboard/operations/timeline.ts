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
