import { describe, expect, test } from 'vitest';
import { inPieces } from '../../src/resolvers/in-pieces.ts';

const numbers = (length: number): number[] => Array.from({ length }, (_, index) => index);

describe('rows in pieces', () => {
  test('are the rows, in their order', async () => {
    const rows = await Promise.all(inPieces(numbers(1000), (number, index) => number + index));
    expect(rows).toEqual(numbers(1000).map((number) => 2 * number));
  });

  test('lets others be answered between the pieces', async () => {
    let made = 0;
    const rows = inPieces(numbers(1000), () => {
      made += 1;
    });
    const seen: number[] = [];
    const look = () => {
      seen.push(made);
      if (made < 1000) setImmediate(look);
    };
    setImmediate(look);
    await Promise.all(rows);
    expect(seen.filter((count) => count < 1000).length).toBeGreaterThan(2);
  });

  test('of a short list need no waiting', () => {
    expect(inPieces([1, 2, 3], (number) => number)).toEqual([1, 2, 3]);
  });
});
