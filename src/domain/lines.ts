/** A span of lines of a document. Shape: 1-based, inclusive. */
export interface LineSpan {
  readonly from: number;
  readonly to: number;
}

/** Reads `3`, `"3-7"` or a list of these. */
export function parseSpans(lines: number | string | readonly (number | string)[]): LineSpan[] {
  return [lines].flat().map((span) => {
    const [from = 0, to = from] = String(span).split('-').map(Number);
    return { from, to };
  });
}

/** Writes a span as it is read: `3` or `3-7`. */
export const formatSpan = ({ from, to }: LineSpan): string => (from === to ? `${from}` : `${from}-${to}`);

/** Every line number the spans hold, in order. */
export const expandSpans = (spans: readonly LineSpan[]): number[] =>
  spans.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));

/** Adds a span; what follows the last one, as most do, makes that longer. */
export function addSpan(spans: LineSpan[], { from, to }: LineSpan): void {
  const last = spans.at(-1);
  if (last && last.from <= from && from <= last.to + 1) spans[spans.length - 1] = { from: last.from, to: Math.max(last.to, to) };
  else spans.push({ from, to });
}

/** What of some spans no other covers, in order. */
export function uncoveredSpans(spans: readonly LineSpan[], cover: readonly LineSpan[]): LineSpan[] {
  const covers: LineSpan[] = [];
  for (const span of [...cover].sort((a, b) => a.from - b.from)) addSpan(covers, span);
  return spans.flatMap(({ from, to }) => {
    const open: LineSpan[] = [];
    let next = from;
    for (const span of covers) {
      if (span.from > next) open.push({ from: next, to: Math.min(to, span.from - 1) });
      next = Math.max(next, span.to + 1);
      if (next > to) break;
    }
    return next > to ? open : [...open, { from: next, to }];
  });
}
