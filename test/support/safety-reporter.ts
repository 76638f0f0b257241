import type { Reporter, TestCase } from 'vitest/node';
import { printTable } from '../../src/commands/print-table.ts';
import { groupBy } from '../../src/domain/group-by.ts';
import type { SafetyAnswer } from './note-safety.ts';
import { type SafetyRow, safetyRows } from './safety-rows.ts';

interface Outcome {
  readonly answers: SafetyAnswer[];
  passed: number;
  failed: number;
}

/** Prints, at the end of a run, every row of `docs/safety.md` with what was measured of it. */
export default class SafetyReporter implements Reporter {
  readonly #outcomes = new Map(safetyRows().map(({ id }): [string, Outcome] => [id, { answers: [], passed: 0, failed: 0 }]));

  onTestCaseResult(test: TestCase): void {
    const noted = test.meta().safety ?? [];
    for (const { id, answer } of noted) this.#outcomes.get(id)?.answers.push(answer);
    const { state } = test.result();
    if (state !== 'passed' && state !== 'failed') return;
    // One that failed before it noted anything bears the id in its title.
    const ids = new Set([...(test.fullName.match(/\b[RTQVAF]\d+\b/g) ?? []), ...noted.map(({ id }) => id)]);
    for (const id of ids) {
      const outcome = this.#outcomes.get(id);
      if (outcome) outcome[state] += 1;
    }
  }

  onTestRunEnd(): void {
    const rows = safetyRows().map((row) => this.#describe(row));
    printTable(['Id', 'What is tried, what happens', 'Measured', 'Outcome'], rows);
  }

  #describe({ id, tried, notRun }: SafetyRow): string[] {
    const { answers, passed, failed } = this.#outcomes.get(id) as Outcome;
    const tests = (count: number, outcome: string) => `${outcome}${count > 1 ? ` (${count} tests)` : ''}`;
    if (failed > 0) return [id, tried, summarise(answers), tests(failed, 'FAILED')];
    if (passed > 0) return [id, tried, summarise(answers), tests(passed, 'passed')];
    return [id, tried, notRun ?? '', 'not run'];
  }
}

/** One line for each answer of its kind; of times and sizes the largest. */
function summarise(answers: readonly SafetyAnswer[]): string {
  const kinds = groupBy(answers, ({ status = '', code = '', note = '' }) => [status, code, note].filter((part) => part !== '').join(' '));
  return [...kinds]
    .map(([kind, alike]) => [kind, largest(alike, 'ms', 'ms'), largest(alike, 'memoryMb', 'MB')].filter((part) => part !== '').join(' · '))
    .join('\n');
}

function largest(answers: readonly SafetyAnswer[], key: 'ms' | 'memoryMb', unit: string): string {
  const values = answers.flatMap(({ [key]: value }) => (value === undefined ? [] : [value]));
  if (values.length === 0) return '';
  const most = Math.max(...values);
  return `${values.length > 1 ? '≤ ' : ''}${most < 10 ? Math.round(most * 100) / 100 : Math.round(most)} ${unit}`;
}
