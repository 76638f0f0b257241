import { graphql, type ResultOf } from '../api/graphql.ts';
import { CardParts } from './fragments.ts';

/** Which organisations are tied to one, by which kinds of fact. */
export const Partnerships = graphql(
  `
query Partnerships($id: ID!, $on: Day, $kinds: [FactKind!], $after: String, $lang: Language!) {
  partnerships(organisationId: $id, on: $on, kinds: $kinds, first: 30, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges {
      node {
        partner { ...CardParts }
        kinds
        tieCount
        undated
        ties(first: 20) { factId kind statement(lang: $lang) certainty disputed date { start end text } evidence { source { id } } }
      }
    }
  }
}`,
  [CardParts],
);
export type Partner = NonNullable<ResultOf<typeof Partnerships>['partnerships']>['edges'][number]['node'];

/** The agreements of an organisation, and how each stands on a day. */
export const AgreementsOf = graphql(`
query AgreementsOf($partyIds: [ID!]!, $on: Day, $after: String, $lang: Language!) {
  agreements(filter: { partyIds: $partyIds }, orderBy: DATE, first: 50, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges {
      node {
        id
        label(lang: $lang)
        kind
        subject
        status(on: $on)
        termFrom
        termTo
        date { start end text }
        parties { id label(lang: $lang) }
        signedAt { id label(lang: $lang) }
        factId
        certainty
        disputed
        evidence { id lines { from to } source { id } }
      }
    }
  }
}`);
export type AgreementRow = NonNullable<ResultOf<typeof AgreementsOf>['agreements']>['edges'][number]['node'];
