import { graphql, type ResultOf } from '../api/graphql.ts';
import { CardParts } from './fragments.ts';

/** With whom someone took part in events, and what the weight of each is the sum of. */
export const Acquaintances = graphql(
  `
query Acquaintances($id: ID!, $first: Int!, $lang: Language!) {
  coParticipants(participantId: $id, first: $first) {
    totalCount
    formula(lang: $lang)
    skippedEvents
    edges {
      node {
        participant { ...CardParts }
        weight
        sharedEvents
        shares(first: 2) {
          event { id label(lang: $lang) }
          calculation
          participants { roles { factId } }
        }
      }
    }
  }
}`,
  [CardParts],
);
export type AcquaintancesFound = NonNullable<ResultOf<typeof Acquaintances>['coParticipants']>;
export type Acquaintance = AcquaintancesFound['edges'][number]['node'];
