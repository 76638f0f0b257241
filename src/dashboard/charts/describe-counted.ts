import { formatNumber } from '../language/format.ts';
import type { Counted } from './counted.ts';
import { say } from './words.ts';

/** What a chart shows, in words, for whoever cannot see it. */
export function describeCounted(caption: string, { series, rows }: Counted): string {
  const lines = series.map((name, index) => {
    const counts = rows.map(({ label, counts: own }) => ({ label, count: own[index]?.count ?? 0 })).filter(({ count }) => count > 0);
    const list = counts.map(({ label, count }) => say('countOf', { label, count: formatNumber(count) })).join(say('comma'));
    return say('lineOf', { name, list });
  });
  return say('lineOf', { name: caption, list: lines.join(say('semicolon')) });
}
