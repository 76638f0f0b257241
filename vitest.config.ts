import { defineConfig } from 'vitest/config';

const SUITES = 'unit,translation,schema,api,importer,start,safety,browser';

/** One Neo4j for the whole run, so files that share it run one after the other. */
export default defineConfig({
  resolve: {
    // @neo4j/graphql loads graphql as CommonJS; ours must be the same copy, for it compares classes.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    include: [`test/{${SUITES}}/**/*.test.ts`],
    globalSetup: ['test/support/global-setup.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
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
