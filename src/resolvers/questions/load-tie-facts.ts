import { loadParticipationFacts } from '../../database/queries/load-participation-facts.ts';
import { presentRoles } from '../../database/queries/load-roster.ts';
import { eachInTurn } from '../../domain/meetings/each-in-turn.ts';
import { listShares } from '../../domain/meetings/list-shares.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { inOrder, type Tie } from '../../domain/meetings/sum-ties.ts';
import { weigh } from '../../domain/meetings/weighting.ts';
import type { GraphContext } from '../context.ts';
import type { NetworkArguments } from './check-network.ts';

/** The ids of the facts that a tie rests on, those of the heaviest event first. */
export type FactsOfTie = readonly string[];

/** How a tie is named among others. */
const tieKey = ({ a, b }: Pick<Tie, 'a' | 'b'>): string => `${a} ${b}`;

/** The facts that ties rest on: by which both took part in the events they share. Shape: finds them for one of the ties. */
export async function loadTieFacts(
  { database, signal }: GraphContext,
  meetings: readonly Meeting[],
  ties: readonly Tie[],
  { roles, weighting }: NetworkArguments,
): Promise<(tie: Tie) => FactsOfTie> {
  const shared = await eventsOf(meetings, ties, weighting ?? 'SIZE_AND_ROLE', signal);
  const eventIds = [...new Set([...shared.values()].flatMap((events) => events.map(({ eventId }) => eventId)))];
  const participantIds = [...new Set(ties.flatMap(({ a, b }) => [a, b]))];
  const rows = await loadParticipationFacts(database, eventIds, participantIds, roles ?? presentRoles);
  const factsAt = new Map(rows.map(({ eventId, participantId, factIds }) => [`${eventId} ${participantId}`, factIds]));
  return (tie) => {
    const places = (shared.get(tieKey(tie)) ?? []).flatMap(({ eventId }) => [`${eventId} ${tie.a}`, `${eventId} ${tie.b}`]);
    return [...new Set(places.flatMap((place) => factsAt.get(place) ?? []))];
  };
}

/** The events that each of some ties is the sum of, the heaviest first. */
async function eventsOf(
  meetings: readonly Meeting[],
  ties: readonly Tie[],
  weighting: NonNullable<NetworkArguments['weighting']>,
  signal?: AbortSignal,
) {
  const shared = new Map<string, { eventId: string; weight: number }[]>(ties.map((tie) => [tieKey(tie), []]));
  await eachInTurn(
    listShares(meetings),
    (share) => {
      const [a, b] = inOrder(share.a.participantId, share.b.participantId);
      shared.get(tieKey({ a, b }))?.push({ eventId: share.meeting.eventId, weight: weigh(share, weighting) });
    },
    signal,
  );
  for (const events of shared.values()) events.sort((x, y) => y.weight - x.weight);
  return shared;
}
