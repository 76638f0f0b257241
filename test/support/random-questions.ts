import fc from 'fast-check';
import type { OracleFilter } from './meeting-oracle.ts';
import { oracleRoles } from './random-meetings.ts';

const day = fc.integer({ min: 1, max: 9 }).map((number) => `2031-02-0${number}`);
const range = fc.oneof(
  fc.constant({ from: null, to: null }),
  fc.record({ from: day, to: fc.constant('2031-03-31') }),
  fc.record({ from: fc.constant(null), to: day }),
  fc.record({ from: day, to: fc.constantFrom('2031-02-09', '2031-03-15') }),
);

/** Random criteria for meetings: roles, range, parts and weighting. */
export const meetingFilter: fc.Arbitrary<OracleFilter> = fc
  .record({
    roles: fc.option(fc.subarray([...oracleRoles], { minLength: 1 }), { freq: 3 }),
    includeSubEvents: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    range,
    dates: fc.constantFrom('POSSIBLE' as const, 'CERTAIN' as const),
    weighting: fc.constantFrom('SIZE_AND_ROLE' as const, 'SIZE' as const, 'ROLE' as const, 'COUNT' as const),
  })
  .map(({ range: days, ...filter }) => ({ ...filter, ...days }));
