import type { Gathering } from './random-gatherings.ts';

/** A criterion on a gathering: `event` null means the series. */
export interface PlainCriterion {
  readonly event: number | null;
  readonly roles: readonly string[] | null;
  readonly includeSubEvents: boolean;
  readonly from: string | null;
  readonly to: string | null;
  readonly dates: 'POSSIBLE' | 'CERTAIN';
}

const present = ['ATTENDEE', 'SPEAKER'];

/** Every event at or below another. */
const below = ({ events }: Gathering, top: number): number[] =>
  events.flatMap((_, place) => {
    for (let at: number | null = place; at !== null; at = events[at]?.under ?? null) if (at === top) return [place];
    return [];
  });

/** How a date meets the range: null where it cannot lie in it. */
function meets(date: string | null, { from, to, dates }: PlainCriterion): 'CERTAIN' | 'POSSIBLE' | null {
  if (!from && !to) return 'CERTAIN';
  if (!date) return null;
  const [start = '', end = start] = date.split('/');
  const first = { 4: `${start}-01-01`, 7: `${start}-01` }[start.length] ?? start;
  // All months of these tests have 31 days or are given by day.
  const last = { 4: `${end}-12-31`, 7: `${end}-31` }[end.length] ?? end;
  const certain = (!from || first >= from) && (!to || last <= to);
  const possible = (!from || last >= from) && (!to || first <= to);
  return certain ? 'CERTAIN' : possible && dates === 'POSSIBLE' ? 'POSSIBLE' : null;
}

/** The events a criterion can be met at. */
export const eventsOf = (gathering: Gathering, criterion: PlainCriterion): { event: number; certain: boolean }[] =>
  gathering.events.flatMap(({ edition, date }, event) => {
    const named = criterion.event === null ? edition : criterion.event === event;
    const how = named ? meets(date, criterion) : null;
    return how ? [{ event, certain: how === 'CERTAIN' }] : [];
  });

/** How many facts say that someone meets a criterion, and whether only possible dates do. */
export function judge(gathering: Gathering, who: number, criterion: PlainCriterion): { factCount: number; possible: boolean } {
  const roles = criterion.roles ?? present;
  const facts = gathering.parts.filter((part) => part.who === who && roles.includes(part.role));
  const events = eventsOf(gathering, criterion);
  const at = (top: number) => (criterion.includeSubEvents ? below(gathering, top) : [top]);
  const under = (part: { event: number }, certainOnly: boolean) =>
    events.some(({ event, certain }) => (certain || !certainOnly) && at(event).includes(part.event));
  return { factCount: facts.filter((part) => under(part, false)).length, possible: !facts.some((part) => under(part, true)) };
}

/** The rosters that leave open who was absent: not complete, and not below a complete one that counts. */
export function openEvents(gathering: Gathering, excluded: readonly PlainCriterion[]): number[] {
  const open = excluded.flatMap((criterion) =>
    eventsOf(gathering, criterion).flatMap(({ event: top }) =>
      (criterion.includeSubEvents ? below(gathering, top) : [top]).filter((event) => isOpen(gathering, event, top)),
    ),
  );
  return [...new Set(open)].sort((a, b) => a - b);
}

function isOpen({ events }: Gathering, event: number, top: number): boolean {
  for (let at: number | null = event; at !== null; at = at === top ? null : (events[at]?.under ?? null))
    if (events[at]?.roster === 'COMPLETE') return false;
  return true;
}
