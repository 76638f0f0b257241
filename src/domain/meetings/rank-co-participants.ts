import { listShares } from './list-shares.ts';
import type { Meeting } from './meeting.ts';
import { explainWeight, type Weighting, weigh } from './weighting.ts';

/** What one shared event adds to a weight. */
export interface WeightShare {
  readonly eventId: string;
  readonly weight: number;
  readonly calculation: string;
}

/** Someone who took part where another did. */
export interface CoParticipant {
  readonly participantId: string;
  readonly nameKey: string;
  readonly weight: number;
  /** What the weight is the sum of, the largest first. */
  readonly shares: readonly WeightShare[];
}

/** Everyone whom a participant met, the heaviest weight first, then by pinyin. */
export function rankCoParticipants(meetings: readonly Meeting[], participantId: string, weighting: Weighting): CoParticipant[] {
  const met = new Map<string, { nameKey: string; weight: number; shares: WeightShare[] }>();
  for (const share of listShares(meetings, new Set([participantId]))) {
    const entry = met.get(share.b.participantId) ?? { nameKey: share.b.nameKey, weight: 0, shares: [] };
    const weight = weigh(share, weighting);
    entry.weight += weight;
    entry.shares.push({ eventId: share.meeting.eventId, weight, calculation: explainWeight(share, weighting) });
    met.set(share.b.participantId, entry);
  }
  return [...met]
    .map(([id, { shares, ...entry }]) => ({ participantId: id, ...entry, shares: shares.sort((a, b) => b.weight - a.weight) }))
    .sort((a, b) => b.weight - a.weight || (a.nameKey < b.nameKey ? -1 : 1));
}
