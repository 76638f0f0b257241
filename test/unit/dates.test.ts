import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from '../../src/domain/cursors.ts';
import { firstDay, isPartialDate, lastDay, parseDateBlock } from '../../src/domain/dates.ts';
import { canonicalJson, hashId } from '../../src/domain/ids.ts';
import { expandSpans, formatSpan, parseSpans } from '../../src/domain/lines.ts';

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a partial date', () => {
  it('is a year, a month or a day that the calendar has', () => {
    expect(['2024', '2024-11', '2024-02-29'].every(isPartialDate)).toBe(true);
    expect(['24', '2024-13', '2023-02-29', '2024-1-1', '2024-11-31', '', '2024-11-14T00:00'].some(isPartialDate)).toBe(false);
  });

  it('holds every day between its first and its last', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(4, 7, 10), (date, length) => {
        const partial = date.slice(0, length);
        expect(isPartialDate(partial)).toBe(true);
        expect(firstDay(partial) <= date && date <= lastDay(partial)).toBe(true);
      }),
    );
  });

  it('has an end only where it is one day or an end is stated', () => {
    expect(parseDateBlock('2024-11-14')).toMatchObject({ start: '2024-11-14', end: '2024-11-14', precision: 'DAY' });
    expect(parseDateBlock('2024-11')).toMatchObject({ start: '2024-11', end: null, precision: 'MONTH' });
    expect(parseDateBlock('2024/2026')).toMatchObject({ start: '2024', end: '2026', precision: 'YEAR' });
  });
});

describe('a cursor', () => {
  it('comes back as the keys it was made of', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.integer()), { minLength: 1, maxLength: 3 }), (keys) => {
        expect(decodeCursor(encodeCursor(...keys), keys.length)).toEqual(keys);
      }),
    );
  });

  it('that is forged is refused', () => {
    expect(() => decodeCursor('bm90IG91cnM')).toThrow(/no cursor of this list/);
  });
});

describe('an id made from content', () => {
  it('is the same whatever the order of the keys, and another for another content', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
        const turned = Object.fromEntries(Object.entries(content).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(content));
        expect(hashId('fact', turned)).toBe(hashId('fact', content));
      }),
    );
    expect(hashId('fact', { a: 1 })).not.toBe(hashId('fact', { a: 2 }));
  });
});

describe('spans of lines', () => {
  it('are read as they are written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 50 }), (from, more) => {
        const span = { from, to: from + more };
        expect(parseSpans(formatSpan(span))).toEqual([span]);
        expect(expandSpans([span])).toHaveLength(more + 1);
      }),
    );
    expect(parseSpans([3, '5-7'])).toEqual([
      { from: 3, to: 3 },
      { from: 5, to: 7 },
    ]);
  });
});
