import { graphql, type ResultOf } from '../api/graphql.ts';
import { FactHead } from './fragments.ts';

/** A fact with all that says it. */
export const EvidenceOfFact = graphql(
  `
query EvidenceOfFact($id: ID!, $lang: Language!) {
  fact(id: $id) {
    ...FactHead
    attributes { name value }
    withdrawnAt
    evidence {
      id
      source { id label(lang: $lang) }
      lines { from to }
      passage
      certainty
      stance
      withdrawnAt
    }
  }
}`,
  [FactHead],
);
export type FactWithEvidence = NonNullable<ResultOf<typeof EvidenceOfFact>['fact']>;
