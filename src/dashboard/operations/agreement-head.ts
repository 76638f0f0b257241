import { graphql, type ResultOf } from '../api/graphql.ts';

/** Who agreed on what, when, and how it stands on a day. */
export const AgreementHead = graphql(`
query AgreementHead($id: ID!, $on: Day, $lang: Language!) {
  agreement(id: $id) {
    kind
    subject
    status(on: $on)
    termFrom
    termTo
    date { start end text inferred }
    parties { id label(lang: $lang) }
    signedAt { id label(lang: $lang) }
    signatoriesConnection(first: 20) { edges { node { id label(lang: $lang) } properties { capacity onBehalfOf { id label(lang: $lang) } } } }
    factId
    certainty
    disputed
    evidence { id lines { from to } }
  }
}`);
export type AgreementInShort = NonNullable<ResultOf<typeof AgreementHead>['agreement']>;
