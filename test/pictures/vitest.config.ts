import base from '../../vitest.config.ts';

/** The pictures of the README, taken by `npm run pictures`. */
export default { ...base, test: { ...base.test, include: ['test/pictures/*.test.ts'] } };
