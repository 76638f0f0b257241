/** The first day a partial date in Cypher can mean. */
export const firstDayOf = (date: string): string => `left(${date} + '-01-01', 10)`;

/** The last day a partial date in Cypher can mean. */
export const lastDayOf = (date: string): string =>
  `CASE size(${date}) WHEN 4 THEN ${date} + '-12-31' WHEN 7 THEN toString(date(${date} + '-01') + duration('P1M') - duration('P1D')) ELSE ${date} END`;

/** How a date known by month or year meets a range. */
export type DateMatch = 'POSSIBLE' | 'CERTAIN';

/** A range of days; either side may be open. */
export interface DayRange {
  readonly from?: string | null;
  readonly to?: string | null;
  readonly dates?: DateMatch | null;
}

/** Conditions under which a date from `start` to `end` lies in `$from`–`$to`: with some of its days, or with all. */
export function inRange(start: string, end: string, { from, to, dates }: DayRange): (string | false)[] {
  const certain = dates === 'CERTAIN';
  const [low, high] = [firstDayOf(start), lastDayOf(end)];
  return [Boolean(from) && `${certain ? low : high} >= $from`, Boolean(to) && `${certain ? high : low} <= $to`];
}
