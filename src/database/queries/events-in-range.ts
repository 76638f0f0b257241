import { type DayRange, inRange } from './date-bounds.ts';
import { where } from './statement.ts';

/**
 * Names `dated` the event whose date `variable` has: itself, else the nearest dated event above it,
 * for a session "during the congress" took place while the congress did.
 */
const datedBy = (variable: string): string => `WITH *, CASE WHEN ${variable}.dateStart IS NOT NULL THEN ${variable} ELSE COLLECT {
    MATCH up = (${variable})-[:PART_OF*1..8]->(above:Event) WHERE above.dateStart IS NOT NULL
    RETURN above ORDER BY length(up), above.id LIMIT 1
  }[0] END AS dated`;
const conditions = (range: DayRange) => inRange('dated.dateStart', 'coalesce(dated.dateEnd, dated.dateStart)', range);

/** Goes on with those events in `variable` that lie in a range, and with all where none is given. */
export const keepInRange = (variable: string, range: DayRange): string =>
  range.from || range.to ? `${datedBy(variable)}\n${where(...conditions(range))}` : '';

/** Names `name` whether the event in `variable` lies in a range; true where none is given. */
export const markInRange = (variable: string, range: DayRange, name: string): string =>
  range.from || range.to
    ? `${datedBy(variable)}\nWITH *, coalesce(${conditions(range).filter(Boolean).join(' AND ')}, false) AS ${name}`
    : `WITH *, true AS ${name}`;
