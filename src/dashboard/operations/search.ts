import { graphql, type ResultOf } from '../api/graphql.ts';
import { CardParts } from './fragments.ts';

/** What a text finds, the best first. */
export const SearchAll = graphql(
  `
query SearchAll($text: String!, $kinds: [EntityKind!], $first: Int!, $after: String, $lang: Language!) {
  search(query: $text, kinds: $kinds, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { entity { ...CardParts } matchedOn matchedText } }
  }
}`,
  [CardParts],
);
export type Hit = NonNullable<ResultOf<typeof SearchAll>['search']>['edges'][number]['node'];
