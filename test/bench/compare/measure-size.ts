import { measureApart } from '../apart/measure-apart.ts';
import type { BulkLoad } from '../bulk/load-in-bulk.ts';
import { compareCanned } from '../canned/compare-canned.ts';
import { judgeCanned } from '../canned/judge-canned.ts';
import { countQuestions } from '../counts/count-questions.ts';
import { describeRun } from '../describe-run.ts';
import { moreOperations, type Operation, operationsOn } from '../operations.ts';
import type { Postgres } from '../postgres/start-postgres.ts';
import { apolloQuestions } from './apollo-questions.ts';
import { compareServers, type Effort } from './compare-servers.ts';
import { judge } from './judge.ts';
import { plainQuestions } from './plain-questions.ts';
import { postgraphileQuestions } from './postgraphile-questions.ts';
import { summarise } from './summarise.ts';

/** What is measured: operations, and `canned` and `apart`, whose names this meets. `first`: whether it is the smallest size. */
export interface Wanted {
  readonly only: RegExp;
  readonly first: boolean;
  readonly effort: Effort;
}

/** All that was measured on one graph. */
export type SizeMeasured = Awaited<ReturnType<typeof measureSize>>;

const dossier = 'R2 dossier of a person at 20 events';

/** Measures the service and its peers on one graph, counts before times. The last readings add to the graph. */
export async function measureSize({ database, login }: BulkLoad, people: number, postgres: Postgres | string, wanted: Wanted) {
  const { only, first, effort } = wanted;
  const all = [...moreOperations, ...(await operationsOn(database))];
  const operations = all.filter(({ name }) => only.test(name));
  const own = { plain: await plainQuestions(database), postgraphile: postgraphileQuestions, apollo: apolloQuestions };
  const { questions: counts } = await countQuestions(database, operations);
  const comparison = await compareServers({ login, postgres }, operations, own, effort);
  const run = await describeRun(database);
  const summaries = summarise(comparison);
  const asked = all.find(({ name }) => name === dossier) as Operation;
  const canned = first && only.test('canned') ? await compareCanned(login, asked, own, effort) : undefined;
  const cannedSummaries = canned ? summarise(canned) : [];
  const apart = only.test('apart') ? await measureApart(database, login, all, own.plain, effort) : [];
  const verdicts = [...judge(comparison, summaries, { cores: run.cores, people }), ...judgeCanned(cannedSummaries), ...apart];
  return { people, operations, counts, comparison, run, summaries, canned, cannedSummaries, verdicts };
}
