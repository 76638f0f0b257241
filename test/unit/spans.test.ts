import { describe, expect, it } from 'vitest';
import { isExact, spanOf, spansThrough } from '../../src/dashboard/charts/spans.ts';

describe('the years and months of a chart', () => {
  it('hold a date by as much of it as is known', () => {
    expect(spanOf('2024-11-14', 'month')).toBe('2024-11');
    expect(spanOf('2024', 'month')).toBe('2024');
    expect(spanOf('2024-11', 'year')).toBe('2024');
    expect(spanOf(null, 'year')).toBe('');
  });

  it('run without a gap from the first to the last', () => {
    expect(spansThrough(['2025-02', '2024-11', '2024-11'], 'month')).toEqual(['2024-11', '2024-12', '2025-01', '2025-02']);
    expect(spansThrough(['2022', '2019'], 'year')).toEqual(['2019', '2020', '2021', '2022']);
  });

  it('leave out what has no date, or a year where months are counted', () => {
    expect(spansThrough(['', '2023', '2025', '2025-01', '2024-12'], 'month')).toEqual(['2024-12', '2025-01']);
    expect(spansThrough(['', '2025'], 'month')).toEqual([]);
    expect(isExact('2025', 'month')).toBe(false);
    expect(isExact('2025', 'year')).toBe(true);
  });
});
