import suite from '../../vitest.config.ts';

const hours = 3_600_000;

/** What takes a Neo4j of its own with an operator's memory, and its time: `npm run bench` and `npm run bench:load`. */
export default {
  ...suite,
  test: {
    ...suite.test,
    include: ['test/bench/{bulk,load,compare}.bench.ts'],
    globalSetup: [],
    testTimeout: 6 * hours,
    hookTimeout: 6 * hours,
  },
};
