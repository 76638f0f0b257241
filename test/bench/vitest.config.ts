import suite from '../../vitest.config.ts';

/** What is counted rather than checked, on a Neo4j as the tests have it: `npm run bench:quick`, `npm run bench:frames`. */
export default { ...suite, test: { ...suite.test, include: ['test/bench/{quick.bench,frames}.ts'], testTimeout: 1_800_000 } };
