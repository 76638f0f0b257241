import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { safetyRows } from '../support/safety-rows.ts';

const numbered = (letter: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
const pathOf = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const rows = safetyRows();

describe('docs/safety.md', () => {
  it('has a row for every attack and every fault', () => {
    const ids = [
      ...numbered('R', 5),
      ...numbered('T', 10),
      ...numbered('Q', 13),
      ...numbered('V', 18),
      ...numbered('A', 8),
      ...numbered('F', 29),
    ];
    expect(rows.map(({ id }) => id)).toEqual(ids);
  });

  it('names, for each, the tests that speak of it, or why it is not run', () => {
    const empty = rows.filter(({ tests, notRun }) => tests.length === 0 && !notRun);
    expect(empty.map(({ id }) => id)).toEqual([]);
    const silent = rows.flatMap(({ id, tests }) =>
      tests.filter((file) => !existsSync(pathOf(file)) || !new RegExp(`\\b${id}\\b`).test(readFileSync(pathOf(file), 'utf8'))),
    );
    expect(silent).toEqual([]);
  });
});
