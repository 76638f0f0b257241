import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** What attacks and faults do to the service: the quick tests, which `npm test` runs too, and those that take minutes. */
export default defineConfig({ ...base, test: { ...base.test, include: ['test/safety/**/*.{test,safety}.ts'] } });
