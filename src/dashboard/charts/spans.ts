/** How finely time is counted. */
export type SpanUnit = 'year' | 'month';

const lengths: Record<SpanUnit, number> = { year: 4, month: 7 };

/** The year or month that a date falls into; the year alone where no month is known, nothing where no date is. */
export const spanOf = (date: string | null | undefined, unit: SpanUnit): string => date?.slice(0, lengths[unit]) ?? '';

/** Says whether a span is a whole year or month, and not a year where a month is asked for. */
export const isExact = (span: string, unit: SpanUnit): boolean => span.length === lengths[unit];

/** All years or months from the first to the last of those found, so that a gap is seen as one. */
export function spansThrough(found: Iterable<string>, unit: SpanUnit): string[] {
  const exact = [...found].filter((span) => isExact(span, unit)).sort();
  return between(exact[0], exact.at(-1));
}

function between(first = '', last = ''): string[] {
  const spans: string[] = [];
  for (let span = first; span && span <= last; span = next(span)) spans.push(span);
  return spans;
}

function next(span: string): string {
  const [year, month] = span.split('-').map(Number);
  if (month === undefined) return padded((year ?? 0) + 1, 4);
  return month === 12 ? `${padded((year ?? 0) + 1, 4)}-01` : `${padded(year ?? 0, 4)}-${padded(month + 1, 2)}`;
}

const padded = (value: number, length: number): string => String(value).padStart(length, '0');
