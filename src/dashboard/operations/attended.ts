import { graphql, type ResultOf } from '../api/graphql.ts';
import { CardParts } from './fragments.ts';

/** Who took part in all of these events, some of those and none of others. */
export const Attended = graphql(
  `
query Attended(
  $allOf: [EventCriterion!]
  $anyOf: [EventCriterion!]
  $noneOf: [EventCriterion!]
  $kinds: [EntityKind!]
  $after: String
  $lang: Language!
) {
  participants(allOf: $allOf, anyOf: $anyOf, noneOf: $noneOf, participantKinds: $kinds, first: 50, after: $after) {
    totalCount
    openRosters { id label(lang: $lang) }
    pageInfo { hasNextPage endCursor }
    edges {
      node {
        participant { ...CardParts }
        matches {
          list
          index
          possible
          factCount
          facts(first: 3) { factId statement(lang: $lang) certainty disputed }
        }
      }
    }
  }
}`,
  [CardParts],
);
export type Attender = NonNullable<ResultOf<typeof Attended>['participants']>['edges'][number]['node'];

/** Which of these take part as the question says, in a graph of any size. */
export const AttendedAmong = graphql(`
query AttendedAmong($allOf: [EventCriterion!], $anyOf: [EventCriterion!], $noneOf: [EventCriterion!], $amongIds: [ID!]!) {
  participants(allOf: $allOf, anyOf: $anyOf, noneOf: $noneOf, participantKinds: [PERSON, ORGANISATION], amongIds: $amongIds, first: 100) {
    edges { node { participant { id } } }
  }
}`);
