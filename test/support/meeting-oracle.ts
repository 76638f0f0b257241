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

/** The weight of each event that two people share, told from the parts they took, step by step as the schema's description says it. */
export function sharedWeights(graph: MeetingGraph, filter: OracleFilter, a: number, b: number): Map<number, number> {
  const shared = new Map<number, number>();
  const all = [...graph.events.keys()];
  const [ours, counted] = [partTaking(graph, filter.roles ?? present), filter.includeSubEvents];
  for (const event of all) {
    const [roleA, roleB] = [ours(a, event, counted), ours(b, event, counted)];
    if (roleA === 0 || roleB === 0 || !liesInRange(graph, event, filter)) continue;
    const atPart = all.some((part) => isPartOf(graph, part, event) && ours(a, part, true) > 0 && ours(b, part, true) > 0);
    const atWhole = ours(a, event, false) > 0 && ours(b, event, false) > 0;
    if (atPart && !atWhole) continue;
    const there = Array.from({ length: graph.people }, (_, one) => partTaking(graph, present)(one, event, counted)).filter(Boolean).length;
    const others = Math.max(there, graph.events[event]?.headcount ?? 0, 2) - 1;
    shared.set(event, { SIZE_AND_ROLE: (roleA * roleB) / others, SIZE: 1 / others, ROLE: roleA * roleB, COUNT: 1 }[filter.weighting]);
  }
  return shared;
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
