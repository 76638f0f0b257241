import { afterAll, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.ts';
import { type BulkLoad, loadInBulk } from './bulk/load-in-bulk.ts';
import { judgeGrowth } from './compare/judge-growth.ts';
import { measureSize, type SizeMeasured } from './compare/measure-size.ts';
import { printGrowth } from './compare/print-growth.ts';
import { printTargets, type SizedVerdict } from './compare/print-targets.ts';
import { storeComparison } from './compare/store-comparison.ts';
import { printVerdicts, type Verdict } from './compare/verdict.ts';
import { inOneLine } from './describe-run.ts';
import { compareLoads } from './load/compare-loads.ts';
import { judgeLoad } from './load/judge-load.ts';
import { fillPostgres } from './postgres/fill-postgres.ts';
import { startPostgres } from './postgres/start-postgres.ts';
import { loadSizes, sizes } from './sizes.ts';
import { storeResult } from './store-result.ts';

const set = (name: string, usual: number): number => Number(process.env[name] ?? usual);
/** What is measured, for a quick look: a part of the names of operations, `import`, `canned`, or `apart`. */
const only = new RegExp(process.env.BENCH_ONLY ?? '');
const effort = {
  starts: set('BENCH_STARTS', 3),
  repeats: set('BENCH_REPEATS', 2),
  seconds: set('BENCH_SECONDS', 3),
  warmSeconds: set('BENCH_WARM_SECONDS', 5),
  firstWarmSeconds: set('BENCH_FIRST_WARM_SECONDS', 30),
};
const loads: BulkLoad[] = [];
const measured: SizeMeasured[] = [];
const told: SizedVerdict[] = [];

const tell = (people: string | number, verdicts: readonly Verdict[]) =>
  told.push(...verdicts.map((verdict) => ({ ...verdict, people: String(people) })));

afterAll(async () => {
  for (const { stop } of loads) await stop();
});

// Before any other Neo4j runs beside it.
it.each(only.test('import') ? loadSizes : [])('W2: imports %o, and stores the same by hand', async (size) => {
  tell(size.people, judgeLoad(await compareLoads(size)));
});

// All before any is measured: the sizes are compared with each other, and the largest takes an hour to load.
it.each(sizes)('loads %o', async (size) => {
  loads.push(await loadInBulk(size));
});

it.each(sizes)('compares the service with its peers at %o', async (size) => {
  // Compiles the program and builds its pages, if they are not: no part of a start.
  await runCommand(['--help'], {}).ended;
  const postgres = await startPostgres();
  try {
    const load = loads[sizes.indexOf(size)] as BulkLoad;
    if (typeof postgres === 'object') await fillPostgres(postgres.url, load.database);
    const ofSize = await measureSize(load, size.people, postgres, { only, first: size === sizes[0], effort });
    storeComparison(size, load, postgres, effort, ofSize);
    measured.push(ofSize);
    tell(size.people, ofSize.verdicts);
  } finally {
    if (typeof postgres === 'object') postgres.stop();
  }
});

it('tells how time and database hits grow with the graph', () => {
  expect(measured).toHaveLength(sizes.length);
  const verdicts = judgeGrowth(measured);
  if (verdicts.length === 0) return;
  const people = measured.map((size) => size.people).join(', ');
  tell(people, verdicts);
  storeResult('growth', `# The same questions at ${people} people\n\n${printGrowth(measured)}\n${printVerdicts(verdicts)}`, { verdicts });
});

it('tells every target', () => {
  expect(told).not.toHaveLength(0);
  const run = measured[0] ? inOneLine(measured[0].run) : '';
  const head = `# The targets\n\n${run}\n${JSON.stringify(effort)}`;
  storeResult('targets', printTargets(head, told), { verdicts: told });
});
