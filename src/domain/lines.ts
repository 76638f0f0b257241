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
