import { setImmediate } from 'node:timers/promises';
import type { GraphQLResolveInfo } from 'graphql';
import { capNetwork } from '../../domain/meetings/cap-network.ts';
import { findCommunities } from '../../domain/meetings/find-communities.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { sumTies } from '../../domain/meetings/sum-ties.ts';
import { explainFormula } from '../../domain/meetings/weighting.ts';
import { once } from '../../domain/once.ts';
import type { Language } from '../../domain/statements/fact-content.ts';
import type { GraphContext } from '../context.ts';
import { fieldsAsked } from '../fields-asked.ts';
import { inPieces } from '../in-pieces.ts';
import { checkNetwork, type NetworkArguments } from './check-network.ts';
import { findNetworkMeetings } from './find-network-meetings.ts';
import { findNetworkMembers } from './find-network-members.ts';
import { loadTieFacts } from './load-tie-facts.ts';

/** `Query.network`: who of a scope met whom, the strongest part of it; communities and facts are looked for only where they are asked. */
export async function network(_root: unknown, args: NetworkArguments, context: GraphContext) {
  const rule = checkNetwork(args);
  const { signal } = context;
  const { scope, members, centre } = await findNetworkMembers(context, args, rule);
  const { meetings, skipped } = await findNetworkMeetings(context, scope, args);
  // Others are answered between the steps, as they are within a long one.
  await setImmediate();
  const ties = await sumTies(meetings, rule, { signal });
  await setImmediate();
  const shown = await capNetwork(members ?? takingPart(meetings), ties, { ...rule, centre, signal });
  const communities = once(() => findCommunities(ties));
  const facts = once(() => loadTieFacts(context, meetings, shown.ties, args));
  // What rows hold is found before the first is made, for waiting costs much in thousands of them.
  return {
    nodes: async (_: unknown, { loaders }: GraphContext, info: GraphQLResolveInfo) => {
      const asked = namesAsked(info);
      const cards = shown.nodes.map(({ id }) => (asked.has('entity') ? loaders.cardById.load(id) : null));
      const [entities, communityOf] = await Promise.all([Promise.all(cards), asked.has('community') ? communities() : undefined]);
      return inPieces(shown.nodes, (node, index) => ({ ...node, entity: entities[index], community: communityOf?.get(node.id) }));
    },
    ties: async (_: unknown, _context: GraphContext, info: GraphQLResolveInfo) => {
      const asked = namesAsked(info);
      const factsOf = asked.has('factIds') || asked.has('factCount') ? await facts() : undefined;
      return inPieces(shown.ties, (tie) => (factsOf ? { ...tie, facts: factsOf(tie) } : tie));
    },
    hiddenNodes: shown.hiddenNodes,
    hiddenTies: shown.hiddenTies,
    skippedEvents: skipped,
    formula: ({ lang }: { lang?: Language | null }) => explainFormula(rule.weighting, lang ?? 'ZH'),
  };
}

const takingPart = (meetings: readonly Meeting[]): string[] => [
  ...new Set(meetings.filter(({ counts }) => counts).flatMap(({ places }) => places.map(({ participantId }) => participantId))),
];

const namesAsked = (info: GraphQLResolveInfo): Set<string> => new Set(fieldsAsked(info).map(({ name }) => name.value));
