import { TooBroadError } from '../errors.ts';
import { eachInTurn } from './each-in-turn.ts';
import { listShares } from './list-shares.ts';
import type { Meeting } from './meeting.ts';
import type { Narrowing } from './select-events.ts';
import { type Weighting, weigh } from './weighting.ts';

/** What ties two participants; `a` is the smaller id. */
export interface Tie {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
  readonly sharedEvents: number;
}

/** What a tie is: how it is weighed, and from which weight on. */
export interface TieRule {
  readonly weighting: Weighting;
  readonly minWeight: number;
}

const MOST_PAIRS = 2_000_000;

/** Refuses meetings of more pairs than one answer can weigh; given `of`, only pairs with one of these count. */
export function checkPairs(meetings: readonly Meeting[], { argument, advice }: Narrowing, of?: ReadonlySet<string>): void {
  const pairs = meetings.reduce((sum, { places }) => {
    const others = of ? places.filter(({ participantId }) => !of.has(participantId)).length : 0;
    return sum + pairsAmong(places.length) - pairsAmong(others);
  }, 0);
  if (pairs > MOST_PAIRS) throw new TooBroadError(argument, `more than ${MOST_PAIRS.toLocaleString('en')} pairs met. ${advice}`);
}

const pairsAmong = (count: number): number => (count * (count - 1)) / 2;

/** All ties of some meetings, in no order; given `of`, those of these participants only. Errors: the signal's reason. */
export async function sumTies(
  meetings: readonly Meeting[],
  { weighting, minWeight }: TieRule,
  { of, signal }: { of?: ReadonlySet<string>; signal?: AbortSignal | undefined } = {},
): Promise<Tie[]> {
  const ties = new Map<string, { a: string; b: string; weight: number; sharedEvents: number }>();
  await eachInTurn(
    listShares(meetings, of),
    (share) => {
      const [a, b] = inOrder(share.a.participantId, share.b.participantId);
      const key = `${a} ${b}`;
      const tie = ties.get(key) ?? { a, b, weight: 0, sharedEvents: 0 };
      tie.weight += weigh(share, weighting);
      tie.sharedEvents += 1;
      ties.set(key, tie);
    },
    signal,
  );
  return [...ties.values()].filter(({ weight }) => weight >= minWeight);
}

/** Two ids as a tie bears them. */
export const inOrder = (one: string, other: string): [string, string] => (one < other ? [one, other] : [other, one]);
