import { groupBy } from '../../domain/group-by.ts';
import { formatPartialDate } from '../language/format.ts';
import type { Count, Counted } from './counted.ts';
import { isExact, type SpanUnit, spanOf, spansThrough } from './spans.ts';

/** Something that happened: when, of which series, and the facts that say so. */
export interface Dated {
  readonly start: string | null | undefined;
  readonly series: number;
  readonly factIds: readonly string[];
}

/** Counts things by year or month; a series of which there are none is left out. */
export function countOverTime(things: readonly Dated[], series: readonly string[], unit: SpanUnit): Counted {
  const bySpan = groupBy(things, ({ start }) => spanOf(start, unit));
  const kept = series
    .map((_, index) => index)
    .filter((index) => things.some((each) => each.series === index && isExact(spanOf(each.start, unit), unit)));
  const rows = spansThrough(bySpan.keys(), unit).map((span) => {
    const own = bySpan.get(span) ?? [];
    return { label: formatPartialDate(span), counts: kept.map((index) => count(own.filter((each) => each.series === index))) };
  });
  const undated = bySpan.get('')?.length ?? 0;
  const placed = rows.flatMap(({ counts }) => counts).reduce((sum, { count: own }) => sum + own, 0);
  return { series: kept.map((index) => series[index] ?? ''), rows, undated, coarse: things.length - undated - placed };
}

const count = (things: readonly Dated[]): Count => ({
  count: things.length,
  factIds: [...new Set(things.flatMap(({ factIds }) => factIds))],
});
