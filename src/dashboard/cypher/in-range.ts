import { literal } from './literal.ts';

/** Days between which something was; either may be open. */
export interface Range {
  readonly from?: string | null;
  readonly to?: string | null;
}

const firstDay = (date: string): string => `left(${date} + '-01-01', 10)`;
const lastDay = (date: string): string =>
  `CASE size(${date}) WHEN 4 THEN ${date} + '-12-31' WHEN 7 THEN toString(date(${date} + '-01') + duration('P1M') - duration('P1D')) ELSE ${date} END`;

/** Conditions under which what lasted from `start` to `end` may lie in a range: a month or year may be any day of it. */
export const inRange = (start: string, end: string, { from, to }: Range): (string | false)[] => [
  Boolean(from) && `${lastDay(end)} >= ${literal(from ?? '')}`,
  Boolean(to) && `${firstDay(start)} <= ${literal(to ?? '')}`,
];

/** Joins the conditions that apply. */
export function where(...conditions: readonly (string | false | null | undefined)[]): string {
  const given = conditions.filter(Boolean);
  return given.length > 0 ? `\nWHERE ${given.join('\n  AND ')}` : '';
}
