import { graphql, type ResultOf, type VariablesOf } from '../api/graphql.ts';
import { CardParts } from './fragments.ts';

/** Who met whom: the strongest part of a network, and how much of it is hidden. */
export const NetworkOf = graphql(
  `
query NetworkOf($scope: NetworkScope!, $from: Day, $to: Day, $roles: [EventRole!], $kinds: [EntityKind!], $weighting: Weighting, $minWeight: Float, $maxNodes: Int!, $maxTies: Int!, $lang: Language!) {
  network(scope: $scope, from: $from, to: $to, roles: $roles, participantKinds: $kinds, weighting: $weighting, minWeight: $minWeight, maxNodes: $maxNodes, maxTies: $maxTies) {
    nodes { entity { ...CardParts } degree strength community }
    ties { a b weight sharedEvents factIds(first: 20) factCount }
    hiddenNodes
    hiddenTies
    skippedEvents
    formula(lang: $lang)
  }
}`,
  [CardParts],
);
export type Network = NonNullable<ResultOf<typeof NetworkOf>['network']>;
export type NetworkNode = Network['nodes'][number];
export type NetworkTie = Network['ties'][number];
export type NetworkVariables = Omit<VariablesOf<typeof NetworkOf>, 'lang'>;
