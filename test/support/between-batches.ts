import { somePoints } from './each-point.ts';
import { type FaultedImport, firedBetween, type WholeImport } from './fault-import.ts';
import { batchesIn } from './run-command.ts';

/** Imports with a fault at points between the batches of a source, so many at most. Shape: what is wrong, in words, and at how many it fired there. */
export async function betweenBatches(
  whole: WholeImport,
  count: number,
  runWithFault: (n: number) => Promise<FaultedImport & { wrong: string[] }>,
): Promise<{ wrong: string[]; between: number }> {
  const wrong: string[] = [];
  let between = 0;
  for (const n of somePoints(whole.between, count)) {
    const ended = await runWithFault(n);
    wrong.push(...ended.wrong);
    if (firedBetween(ended, batchesIn(whole.said))) between += 1;
  }
  return { wrong, between };
}
