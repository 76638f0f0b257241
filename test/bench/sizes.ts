import type { Size } from './generate/shape.ts';

/** What the benchmarks are run at: `BENCH_PEOPLE=1000,10000` and `BENCH_SEED` choose others. */
export const sizes: readonly Size[] = (process.env.BENCH_PEOPLE ?? '1000,10000,100000')
  .split(',')
  .map((people) => ({ people: Number(people), seed: Number(process.env.BENCH_SEED ?? 1) }));
