import { graphql } from '../api/graphql.ts';
import { CardParts, FactParts } from './fragments.ts';

/** An entity in short. */
export const EntityCard = graphql(
  `
query EntityCard($id: ID!, $lang: Language!) {
  entity(id: $id) { ...CardParts }
}`,
  [CardParts],
);

/** The facts about an entity in the order of time. */
export const EntityFacts = graphql(
  `
query EntityFacts($ids: [ID!]!, $kinds: [FactKind!], $after: String, $lang: Language!) {
  timeline(entityIds: $ids, kinds: $kinds, first: 60, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { ...FactParts } }
  }
}`,
  [FactParts],
);
