import { graphql, type ResultOf } from '../api/graphql.ts';
import { CardParts } from './fragments.ts';

/** Whom pasted names mean. */
export const MatchNames = graphql(
  `
query MatchNames($names: [String!]!, $kinds: [EntityKind!], $lang: Language!) {
  matchNames(names: $names, kinds: $kinds) {
    input
    status
    hits { entity { ...CardParts } matchedOn matchedText }
  }
}`,
  [CardParts],
);
export type NameMatch = NonNullable<ResultOf<typeof MatchNames>['matchNames']>[number];
