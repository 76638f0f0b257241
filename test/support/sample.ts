/** True for the run in which every case is tried. */
export const everyCase = process.env.SAFETY_LONG === '1';

/** The seed of this run's samples; `SAFETY_SEED` repeats one. */
export const seed = Number(process.env.SAFETY_SEED ?? Math.floor(Math.random() * 1e9));

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
export function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many of the cases, in their order; in the long run all of them. */
export function sample<T>(cases: readonly T[], count: number): T[] {
  if (everyCase || cases.length <= count) return [...cases];
  const random = randomFrom(seed);
  const drawn = cases.map((_, index) => ({ index, lot: random() })).sort((a, b) => a.lot - b.lot);
  const chosen = new Set(drawn.slice(0, count).map(({ index }) => index));
  return cases.filter((_, index) => chosen.has(index));
}
