import type { CriterionList } from './criteria.ts';

/** The most places on rosters that a search may walk through. */
export const mostPlaces = 100_000;

/** A criterion and how many places stand on its rosters. */
export interface SizedCriterion {
  readonly list: CriterionList;
  readonly size: number;
}

/** Where a search begins: the one that all must meet with the fewest places, or all of which one must be met, if these have fewer. */
export function chooseAnchor<C extends SizedCriterion>(criteria: readonly C[]): { criteria: readonly C[]; size: number } {
  const sizeOf = (parts: readonly C[]) => parts.reduce((sum, { size }) => sum + size, 0);
  const alternatives = criteria.filter(({ list }) => list === 'ANY_OF');
  const candidates = [...criteria.filter(({ list }) => list === 'ALL_OF').map((one) => [one]), alternatives].filter(
    (parts) => parts.length > 0,
  );
  const [smallest = []] = candidates.sort((a, b) => sizeOf(a) - sizeOf(b));
  return { criteria: smallest, size: sizeOf(smallest) };
}
