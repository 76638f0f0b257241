import { graphql, type ResultOf } from '../api/graphql.ts';

/** The places of the graph with the events held there, the newest first. */
export const Places = graphql(`
query Places($after: String, $lang: Language!) {
  places(first: 50, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges {
      node {
        id
        label(lang: $lang)
        kind
        divisionCode
        events(first: 20) {
          totalCount
          edges { node { id label(lang: $lang) date { start end text } } }
        }
      }
    }
  }
}`);
export type PlaceRow = NonNullable<ResultOf<typeof Places>['places']>['edges'][number]['node'];
