import { capNetwork } from '../../domain/meetings/cap-network.ts';
import { findCommunities } from '../../domain/meetings/find-communities.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { sumTies } from '../../domain/meetings/sum-ties.ts';
import { explainFormula } from '../../domain/meetings/weighting.ts';
import type { Language } from '../../domain/statements/fact-content.ts';
import type { GraphContext } from '../context.ts';
import { checkNetwork, type NetworkArguments } from './check-network.ts';
import { findNetworkMeetings } from './find-network-meetings.ts';
import { findNetworkMembers } from './find-network-members.ts';
import { type FactsOfTie, loadTieFacts, tieKey } from './load-tie-facts.ts';

/** `Query.network`: who of a scope met whom, the strongest part of it; communities and facts are looked for only where they are asked. */
export async function network(_root: unknown, args: NetworkArguments, context: GraphContext) {
  const rule = checkNetwork(args);
  const { scope, members, centre } = await findNetworkMembers(context, args, rule);
  const { meetings, skipped } = await findNetworkMeetings(context, scope, args);
  const ties = await sumTies(meetings, rule);
  const { nodes, ties: shown, hiddenNodes, hiddenTies } = capNetwork(members ?? takingPart(meetings), ties, { ...rule, centre });
  const communities = once(() => findCommunities(ties));
  const facts = once(() => loadTieFacts(context, meetings, shown, args));
  return {
    nodes: nodes.map(({ id, ...node }) => ({
      ...node,
      entity: () => context.loaders.cardById.load(id),
      community: async () => (await communities()).get(id) ?? null,
    })),
    ties: shown.map((tie) => ({ ...tie, facts: async (): Promise<FactsOfTie> => (await facts()).get(tieKey(tie)) ?? [] })),
    hiddenNodes,
    hiddenTies,
    skippedEvents: skipped,
    formula: ({ lang }: { lang?: Language | null }) => explainFormula(rule.weighting, lang ?? 'ZH'),
  };
}

const takingPart = (meetings: readonly Meeting[]): string[] => [
  ...new Set(meetings.filter(({ counts }) => counts).flatMap(({ places }) => places.map(({ participantId }) => participantId))),
];

/** Does some work when it is first asked for, and never again. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
