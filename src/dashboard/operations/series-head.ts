import { graphql, type ResultOf } from '../api/graphql.ts';

/** What a series of events is, and its editions, the newest first. */
export const SeriesHead = graphql(`
query SeriesHead($id: ID!, $after: String, $lang: Language!) {
  series(id: $id) {
    kind
    startYear
    status
    credits { factId role credited { id label(lang: $lang) } evidence { id lines { from to } } }
    editions(first: 8, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id
          label(lang: $lang)
          date { start end text inferred }
          seriesConnection(first: 5) {
            edges { node { id } properties { factId certainty disputed evidence { id lines { from to } } } }
          }
          places { factId location { id label(lang: $lang) } }
        }
      }
    }
  }
}`);
export type SeriesInShort = NonNullable<ResultOf<typeof SeriesHead>['series']>;
export type Edition = SeriesInShort['editions']['edges'][number]['node'];

/** What is recorded of an event, in figures that open their rows. */
export const EventFigures = graphql(`
query EventFigures($id: ID!, $lang: Language!) {
  overview(scope: { eventId: $id }) { figures { key label(lang: $lang) value open rows { field variables } } }
}`);
export type EventFigure = NonNullable<ResultOf<typeof EventFigures>['overview']>['figures'][number];
