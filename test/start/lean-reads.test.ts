import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { connect } from '../../src/database/connect.ts';
import { testServer } from '../support/embedded-server.ts';
import { faultProxy } from '../support/fault-proxy.ts';

/** A database, and how many sessions its driver was asked for: a read beside it needs none. */
function opened(leanReads: boolean, uri = testServer().uri) {
  const database = connect({ ...testServer(), uri, database: 'neo4j', transactionTimeoutMs: 10_000, leanReads });
  const open = database.driver.session.bind(database.driver);
  let sessions = 0;
  database.driver.session = (settings) => {
    sessions += 1;
    return open(settings);
  };
  return { database, sessions: () => sessions };
}

const lean = opened(true);
const byDriver = opened(false);
afterAll(() => Promise.all([lean.database.close(), byDriver.database.close()]));

const both = (cypher: string, params?: Record<string, unknown>) =>
  Promise.all([lean, byDriver].map(({ database }) => database.read(cypher, params)));

const refusal = ({ database }: typeof lean, cypher: string) =>
  database.read(cypher).then(
    () => 'an answer',
    ({ name, code, message, retryable }) => ({ name, code, message, retryable }),
  );

const borders = [0, 2 ** 4, 2 ** 7, 2 ** 8, 2 ** 15, 2 ** 16, 2 ** 31, 2 ** 32, Number.MAX_SAFE_INTEGER];
const aroundBorders = borders.flatMap((border) => [-1, 0, 1].flatMap((step) => [border + step, -border + step]));
const lengths = [0, 1, 15, 16, 255, 256, 65_535, 65_536];
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '𠮷㛃', '__proto__', 'constructor', '\ud800', ...lengths.map((length) => 'x'.repeat(length)), '樊'.repeat(30_000)),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', maxDepth: 5 },
    text,
    fc.constantFrom(...aroundBorders),
    fc.maxSafeInteger(),
    fc.double(),
    fc.boolean(),
    fc.constantFrom(null, undefined),
    fc.array(tie('value')),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('value')),
  ),
}));

describe('a read beside the driver', () => {
  it('answers as the driver does, whatever the parameter is', async () => {
    const before = lean.sessions();
    await fc.assert(
      fc.asyncProperty(value, async (x) => {
        const [ours, drivers] = await both('RETURN $x AS x, [$x, 1] AS list', { x: x ?? null });
        expect(ours).toStrictEqual(drivers);
      }),
      { numRuns: 300, examples: [[JSON.parse('{"__proto__": {"inherited": 1}}')]] },
    );
    expect(lean.sessions()).toBe(before);
  });

  it.each([0, 1, 15, 16, 255, 256, 1000])('answers as the driver does with %i rows', async (length) => {
    const cypher = `UNWIND range(1, $length) AS n RETURN n, n % 2 = 0 AS even, n / 7.0 AS part, ['a', n] AS list, {name: '樊' + n} AS map`;
    const [ours, drivers] = await both(cypher, { length });
    expect(ours).toHaveLength(length);
    expect(ours).toStrictEqual(drivers);
  });

  it.each(lengths)('answers as the driver does with values of %i parts or letters', async (length) => {
    const list = Array.from({ length }, (_, place) => place);
    // Neo4j itself is long at a larger one.
    const map = Object.fromEntries(list.slice(0, 256).map((place) => [`name ${place}`, place]));
    const [ours, drivers] = await both('RETURN $list AS list, $map AS map, $text AS text', { list, map, text: '㛃'.repeat(length) });
    expect(ours).toStrictEqual(drivers);
  });

  it('knows what is beyond the safe integers, and how the columns are named', async () => {
    const [ours, drivers] = await both(
      'RETURN 9007199254740991, 9007199254740992 AS `two words`, -9223372036854775808 AS ``, 1.0/0.0 AS infinite, 0.0/0.0 AS nan, -0.0 AS zero',
    );
    expect(ours).toStrictEqual(drivers);
    expect(Object.keys(ours?.[0] ?? {})).toEqual(Object.keys(drivers?.[0] ?? {}));
  });

  it('has no rows of what has none', async () => {
    expect(await both('UNWIND [] AS n RETURN n')).toEqual([[], []]);
  });

  it.each([
    ['a syntax error', 'RETURN nothing'],
    ['a write', 'CREATE (:Person)'],
    ['a fault before the first row', 'RETURN 1 / 0 AS n'],
    ['a fault after some rows', 'UNWIND [3, 2, 1, 0] AS n RETURN 1 / n AS n'],
    ['a missing parameter', 'RETURN $missing AS n'],
    // Neo4j counts a text as often as it is kept, though it is there once: what really filled its memory would leave it no time to answer.
    [
      'too much memory',
      'WITH reduce(text = "x", n IN range(1, 20) | text + text) AS text UNWIND range(1, 1000) AS n RETURN collect(text) AS all',
    ],
  ])('is refused as by the driver, and the next is answered: %s', async (_what, cypher) => {
    // One after the other, for they would share the memory.
    expect(await refusal(lean, cypher)).toEqual(await refusal(byDriver, cypher));
    expect(await lean.database.read('RETURN 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('is left to the driver, from then on, where the answer holds what only that can read', async () => {
    const way = await faultProxy(testServer().uri);
    const { database, sessions } = opened(true, way.uri);
    const cypher = "UNWIND [1, date('2024-11-14'), 3] AS n RETURN n, {at: n} AS map";
    const drivers = await byDriver.database.read(cypher);
    for (let time = 0; time < 3; time += 1) expect(await database.read(cypher)).toStrictEqual(drivers);
    expect(await database.read('RETURN 1 AS one')).toEqual([{ one: 1 }]);
    // The first time both ways.
    expect([way.messages.filter((name) => name === 'RUN').length, sessions()]).toEqual([5, 3]);
    await database.close();
    await way.close();
  });

  it('is left to the driver where a parameter is of its own kind, and only then', async () => {
    const before = lean.sessions();
    const [[row]] = (await both("RETURN date('2024-11-14') AS day")) as [[{ day: unknown }]];
    const [ours, drivers] = await both('RETURN toString($day) AS day, $list AS list', { day: row.day, list: [1n, null] });
    expect(ours).toStrictEqual(drivers);
    expect(lean.sessions()).toBe(before + 2);
    await both('RETURN toString($day) AS day, $list AS list', { day: 'plain', list: [1] });
    expect(lean.sessions()).toBe(before + 2);
  });

  it('is not mixed with others that are asked at once', async () => {
    const ask = (number: number) =>
      lean.database.read('UNWIND range(1, $rows) AS row RETURN row * $number AS n', { number, rows: number % 7 });
    for (let round = 0; round < 10; round += 1) {
      const answers = await Promise.all(Array.from({ length: 20 }, (_, place) => ask(20 * round + place)));
      for (const [place, rows] of answers.entries()) {
        const number = 20 * round + place;
        expect(rows).toEqual(Array.from({ length: number % 7 }, (_, row) => ({ n: (row + 1) * number })));
      }
    }
  });
});
