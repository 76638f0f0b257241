import { type DayRange, inRange } from './date-bounds.ts';
import { where } from './statement.ts';

/**
 * Goes on with those events in `variable` that lie in a range, and with all where none is given.
 * A part without a date of its own, as a session "during the congress", has that of the nearest dated event above it.
 */
export function keepInRange(variable: string, range: DayRange): string {
  if (!range.from && !range.to) return '';
  return `WITH *, CASE WHEN ${variable}.dateStart IS NOT NULL THEN ${variable} ELSE COLLECT {
    MATCH up = (${variable})-[:PART_OF*1..8]->(above:Event) WHERE above.dateStart IS NOT NULL
    RETURN above ORDER BY length(up), above.id LIMIT 1
  }[0] END AS dated
${where(...inRange('dated.dateStart', 'coalesce(dated.dateEnd, dated.dateStart)', range))}`;
}
