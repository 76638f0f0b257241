import { it } from 'vitest';
import { compareLoads } from './load/compare-loads.ts';
import { loadSizes } from './sizes.ts';

it.each(loadSizes)('W2: imports %o, and stores the same by hand', async (size) => {
  await compareLoads(size);
});
