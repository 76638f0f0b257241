import { everyCase, randomFrom, sample, seed } from './sample.ts';

/** Of which kind the points are that an import is killed at: in the short run one of them. */
export const kindsOfPoints = sample(['any', 'between'], 1);

/**
 * Runs with a fault at one point after the other, of so many. In the long run at 1, 2, 3, … until a run ends in which none fired; else at a sample of them.
 * Shape: at how many it fired.
 */
export async function eachPoint(points: number, count: number, runWithFault: (n: number) => Promise<boolean>): Promise<number> {
  let fired = 0;
  if (everyCase) {
    while (await runWithFault(fired + 1)) {
      fired += 1;
      // An hour may pass before the test says anything.
      if (fired % 20 === 0) console.log(`${fired} of some ${points} points`);
    }
    return fired;
  }
  // The last are not always reached: it depends on the time how often a lock is renewed.
  const reached = Array.from({ length: Math.floor(points * 0.9) }, (_, index) => index + 1);
  for (const n of sample(reached, count)) if (await runWithFault(n)) fired += 1;
  return fired;
}

/** Of these points the middle one, and others drawn at random, so many together at most. */
export function somePoints(points: readonly number[], count: number): number[] {
  const random = randomFrom(seed);
  const drawn = Array.from({ length: count - 1 }, () => Math.floor(random() * points.length));
  return [...new Set([points.length >> 1, ...drawn])].flatMap((index) => points[index] ?? []);
}
