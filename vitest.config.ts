import { defineConfig } from 'vitest/config';

const SUITES = 'unit,translation,schema,api,importer,start,safety,browser';

/** One file at a time, unless `npm test` says more: each worker has a Neo4j of its own. */
export default defineConfig({
  resolve: {
    // @neo4j/graphql loads graphql as CommonJS; ours must be the same copy, for it compares classes.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    include: [`test/{${SUITES}}/**/*.test.ts`],
    globalSetup: ['test/support/global-setup.ts'],
    maxWorkers: 1,
    // The files of a worker share its Neo4j anyway; with modules of its own each would compile the schema and the importer anew.
    isolate: false,
    testTimeout: 180_000,
    // Of the tests that say that they may run beside each other.
    maxConcurrency: 3,
    // A page on a busy machine takes its time.
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 240_000,
    teardownTimeout: 90_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/dashboard/**'],
      reporter: ['text-summary', 'json-summary', 'html'],
    },
  },
});
