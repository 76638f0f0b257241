import { defineConfig } from 'vitest/config';
import { safetyRows } from './test/support/safety-rows.ts';
import base from './vitest.config.ts';

const named = safetyRows().flatMap(({ tests }) => tests);
const all = [...new Set(['test/safety/**/*.{test,safety}.ts', ...named])];
/** Hold the service to some milliseconds or seconds: they need the machine for themselves. */
const alone = ['livez-under-attack', 'slow-clients', 'little-memory', 'guard-cost'].map((name) => `test/safety/${name}.*.ts`);
/** Asks the same as another that is here, only less. */
const lesser = 'test/safety/random-questions.test.ts';

/** What attacks and faults do to the service: the quick tests, which `npm test` runs too, and those that take minutes. */
export default defineConfig(({ mode }) => {
  const env: Record<string, string> = mode === 'long' ? { SAFETY_LONG: '1' } : {};
  const group = (name: string, groupOrder: number, test: object) => ({
    ...base,
    // What one file leaves in memory is no part of what the next one measures.
    test: { ...base.test, isolate: true, env, name, sequence: { groupOrder }, ...test },
  });
  return {
    test: {
      reporters: ['default', './test/support/safety-reporter.ts'],
      projects: [
        // Most of it waits: for time-outs, for Neo4j to start, for locks to end.
        group('together', 0, { include: all, exclude: [...alone, lesser], maxWorkers: 2 }),
        group('alone', 1, { include: alone, maxWorkers: 1 }),
      ],
    },
  };
});
