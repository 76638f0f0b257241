import type { Size } from './generate/shape.ts';

const sizesOf = (people: string): Size[] =>
  people.split(',').map((each) => ({ people: Number(each), seed: Number(process.env.BENCH_SEED ?? 1) }));

/** What the benchmarks are run at: `BENCH_PEOPLE=1000,10000` and `BENCH_SEED` choose others. */
export const sizes: readonly Size[] = sizesOf(process.env.BENCH_PEOPLE ?? '1000,10000,100000');

const mostByDefault = 10_000;

/** What is imported: those of them that take no more than a few minutes, or what `BENCH_LOAD_PEOPLE=100000` says. */
export const loadSizes: readonly Size[] = process.env.BENCH_LOAD_PEOPLE
  ? sizesOf(process.env.BENCH_LOAD_PEOPLE)
  : sizes.filter(({ people }) => people <= mostByDefault);
