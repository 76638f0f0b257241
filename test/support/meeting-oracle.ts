import type { MeetingGraph } from './random-meetings.ts';

/** Which meetings count, as a question says it. */
export interface OracleFilter {
  readonly roles: readonly string[] | null;
  readonly includeSubEvents: boolean;
  readonly from: string | null;
  readonly to: string | null;
  readonly dates: 'POSSIBLE' | 'CERTAIN';
  readonly weighting: 'SIZE_AND_ROLE' | 'SIZE' | 'ROLE' | 'COUNT';
}

const weights: Record<string, number> = { ATTENDEE: 1, SPEAKER: 2, CHAIR: 3, WITNESS: 1.5, COVERED: 1 };
const present = ['ATTENDEE', 'SPEAKER', 'CHAIR', 'WITNESS'];

/** The events that some people share, told from the parts they took, step by step as the schema's description says it. */
export function sharedEvents(graph: MeetingGraph, filter: OracleFilter, people: readonly number[]): number[] {
  const takesPart = partTaking(graph, filter.roles ?? present);
  const all = (event: number, withParts: boolean) => people.every((person) => takesPart(person, event, withParts) > 0);
  return [...graph.events.keys()].filter((event) => {
    if (!all(event, filter.includeSubEvents) || !liesInRange(graph, event, filter)) return false;
    const atPart = [...graph.events.keys()].some((part) => isPartOf(graph, part, event) && all(part, true));
    return !atPart || all(event, false);
  });
}

/** The weight of each event that two people share. */
export function sharedWeights(graph: MeetingGraph, filter: OracleFilter, a: number, b: number): Map<number, number> {
  const [takesPart, isThere] = [partTaking(graph, filter.roles ?? present), partTaking(graph, present)];
  const weighed = sharedEvents(graph, filter, [a, b]).map((event): [number, number] => {
    const roles = takesPart(a, event, filter.includeSubEvents) * takesPart(b, event, filter.includeSubEvents);
    const there = Array.from({ length: graph.people }, (_, one) => isThere(one, event, filter.includeSubEvents)).filter(Boolean).length;
    const others = Math.max(there, graph.events[event]?.headcount ?? 0, 2) - 1;
    return [event, { SIZE_AND_ROLE: roles / others, SIZE: 1 / others, ROLE: roles, COUNT: 1 }[filter.weighting]];
  });
  return new Map(weighed);
}

/** What the highest of someone's roles at an event weighs; 0 for none. */
const partTaking = (graph: MeetingGraph, roles: readonly string[]) => (person: number, event: number, withParts: boolean) =>
  Math.max(
    0,
    ...graph.parts
      .filter((part) => part.person === person && roles.includes(part.role))
      .filter((part) => part.event === event || (withParts && isPartOf(graph, part.event, event)))
      .map((part) => weights[part.role] ?? 0),
  );

/** Whether an event is a part of another, at any depth. */
export const isPartOf = (graph: MeetingGraph, part: number, whole: number): boolean =>
  (graph.events[part]?.wholes ?? []).some((above) => above === whole || isPartOf(graph, above, whole));

const spanOf = (date: string): [string, string] =>
  date.length === 10 ? [date, date] : [`${date}-01`, date === '2031-02' ? `${date}-28` : `${date}-31`];

function liesInRange(graph: MeetingGraph, event: number, { from, to, dates }: OracleFilter): boolean {
  if (!from && !to) return true;
  const date = nearestDate(graph, [event]);
  if (!date) return false;
  const [low, high] = [spanOf(date[0])[0], spanOf(date[1] ?? date[0])[1]];
  return dates === 'CERTAIN' ? (!from || low >= from) && (!to || high <= to) : (!from || high >= from) && (!to || low <= to);
}

/** The date of the nearest dated event, level by level upwards. */
function nearestDate(graph: MeetingGraph, level: readonly number[]): readonly [string, string | null] | null {
  const dated = [...level].sort((a, b) => a - b).find((event) => graph.events[event]?.date);
  if (dated !== undefined) return graph.events[dated]?.date ?? null;
  const above = level.flatMap((event) => graph.events[event]?.wholes ?? []);
  return above.length > 0 ? nearestDate(graph, above) : null;
}
