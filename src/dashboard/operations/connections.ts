import { graphql, type ResultOf } from '../api/graphql.ts';
import { CardParts, FactParts } from './fragments.ts';

/** How two entities are connected, each step with its fact. */
export const Connections = graphql(
  `
query Connections($fromId: ID!, $toId: ID!, $limit: Int!, $maxFacts: Int!, $lang: Language!) {
  paths(fromId: $fromId, toId: $toId, limit: $limit, maxFacts: $maxFacts) {
    length
    certainty
    narration(lang: $lang)
    steps {
      from { ...CardParts }
      fact { ...FactParts }
      to { ...CardParts }
    }
  }
}`,
  [CardParts, FactParts],
);
export type Path = NonNullable<ResultOf<typeof Connections>['paths']>[number];
