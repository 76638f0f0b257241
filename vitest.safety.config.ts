import { defineConfig } from 'vitest/config';
import { safetyRows } from './test/support/safety-rows.ts';
import base from './vitest.config.ts';

const named = safetyRows().flatMap(({ tests }) => tests);

/** What attacks and faults do to the service: the quick tests, which `npm test` runs too, and those that take minutes. */
export default defineConfig(({ mode }) => ({
  ...base,
  test: {
    ...base.test,
    // Most of it waits: for time-outs, for Neo4j to start, for locks to end.
    maxWorkers: 2,
    include: [...new Set(['test/safety/**/*.{test,safety}.ts', ...named])],
    reporters: ['default', './test/support/safety-reporter.ts'],
    env: mode === 'long' ? { SAFETY_LONG: '1' } : {},
  },
}));
