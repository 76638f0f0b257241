import { graphql, type ResultOf } from '../api/graphql.ts';
import { CardParts } from './fragments.ts';

/** Who took part in an event, as what, for whom, and where it says so. */
export const RosterOfEvent = graphql(
  `
query RosterOfEvent($eventId: ID!, $roles: [EventRole!], $kinds: [EntityKind!], $orderBy: RosterOrder!, $first: Int = 50, $after: String, $lang: Language!) {
  roster(eventId: $eventId, roles: $roles, participantKinds: $kinds, orderBy: $orderBy, first: $first, after: $after) {
    event { ...CardParts }
    completeness
    recorded
    entries {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          participant { ...CardParts }
          roles {
            role
            capacity
            onBehalfOf { ...CardParts }
            event { id label(lang: $lang) }
            factId
            certainty
            disputed
            evidence { id lines { from to } source { id label(lang: $lang) } }
          }
        }
      }
    }
  }
}`,
  [CardParts],
);
export type RosterAnswer = NonNullable<ResultOf<typeof RosterOfEvent>['roster']>;
export type RosterEntry = RosterAnswer['entries']['edges'][number]['node'];
