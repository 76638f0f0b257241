import suite from '../../vitest.config.ts';

/** What is counted rather than checked, on a Neo4j as the tests have it: `npm run bench:questions`, `npm run bench:frames`. */
export default { ...suite, test: { ...suite.test, include: ['test/bench/{questions,frames}.ts'], testTimeout: 1_800_000 } };
