import type { Reporter, TestCase } from 'vitest/node';
import { printTable } from '../../src/commands/print-table.ts';
import { groupBy } from '../../src/domain/group-by.ts';
import type { SafetyAnswer } from './note-safety.ts';
import { type SafetyRow, safetyRows } from './safety-rows.ts';

interface Outcome {
  readonly answers: SafetyAnswer[];
  passed: number;
  failed: number;
  /** Why some could not be run here. */
  readonly reasons: Set<string>;
}

/** Prints, at the end of a run, every row of `docs/safety.md` with what was measured of it. */
export default class SafetyReporter implements Reporter {
  readonly #outcomes = new Map(
    safetyRows().map(({ id }): [string, Outcome] => [id, { answers: [], passed: 0, failed: 0, reasons: new Set() }]),
  );

  onTestCaseResult(test: TestCase): void {
    const noted = test.meta().safety ?? [];
    for (const { id, answer } of noted) this.#outcomes.get(id)?.answers.push(answer);
    const result = test.result();
    // One that failed before it noted anything, or was skipped, bears the id in its title.
    const ids = new Set([...(test.fullName.match(/\b[RTQVAF]\d+\b/g) ?? []), ...noted.map(({ id }) => id)]);
    for (const id of ids) {
      const outcome = this.#outcomes.get(id);
      if (result.state === 'skipped' && result.note) outcome?.reasons.add(result.note);
      else if (outcome && (result.state === 'passed' || result.state === 'failed')) outcome[result.state] += 1;
    }
  }

  onTestRunEnd(): void {
    const rows = safetyRows().map((row) => this.#describe(row));
    printTable(['Id', 'What is tried, what happens', 'Measured', 'Outcome'], rows);
  }

  #describe({ id, tried, notRun }: SafetyRow): string[] {
    const { answers, passed, failed, reasons } = this.#outcomes.get(id) as Outcome;
    const tests = (count: number, outcome: string) => `${outcome}${count > 1 ? ` (${count} tests)` : ''}`;
    const measured = [summarise(answers), ...[...reasons].map((reason) => `in part not run: ${reason}`)]
      .filter((line) => line !== '')
      .join('\n');
    if (failed > 0) return [id, tried, measured, tests(failed, 'FAILED')];
    if (passed > 0) return [id, tried, measured, tests(passed, 'passed')];
    return [id, tried, notRun ?? [...reasons].join('\n'), 'not run'];
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
