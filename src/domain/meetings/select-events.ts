import { TooBroadError } from '../errors.ts';

/** An event at which people may have met, before its roster is read. */
export interface KnownEvent {
  readonly eventId: string;
  /** Whether it is asked for, as by a range of days. */
  readonly asked: boolean;
  /** How many stand on its roster. */
  readonly listed: number;
  /** How many of these would be read. */
  readonly entries: number;
  readonly above: readonly string[];
}

/** Which rosters are read: those that count, and those of their parts. */
export interface EventSelection<T extends KnownEvent> {
  readonly counted: readonly T[];
  /** Read only to tell who met at a part and not at the whole. */
  readonly parts: readonly T[];
  /** How many events are asked for and yet left out. */
  readonly skipped: number;
}

/** What a question that is too broad is told to narrow. */
export interface Narrowing {
  readonly argument: string;
  readonly advice: string;
}

/** Events with more on their roster make nobody acquainted. */
export const LARGEST_MEETING = 1_000;
const MOST_ENTRIES = 20_000;

/**
 * Selects the events that count: the first `most` of those asked for, the largest left out.
 * Errors: TOO_BROAD where their rosters are too long to be read for one answer.
 */
export function selectEvents<T extends KnownEvent>(
  events: readonly T[],
  { argument, advice }: Narrowing,
  most = Number.POSITIVE_INFINITY,
): EventSelection<T> {
  const asked = events.filter((event) => event.asked);
  const counted = asked.slice(0, most).filter(({ listed }) => listed <= LARGEST_MEETING);
  const ids = new Set(counted.map(({ eventId }) => eventId));
  const parts = events.filter(({ eventId, above }) => !ids.has(eventId) && above.some((id) => ids.has(id)));
  const entries = [...counted, ...parts].reduce((sum, event) => sum + event.entries, 0);
  if (entries > MOST_ENTRIES)
    throw new TooBroadError(argument, `more than ${MOST_ENTRIES.toLocaleString('en')} places on rosters meet. ${advice}`);
  return { counted, parts, skipped: asked.length - counted.length };
}
