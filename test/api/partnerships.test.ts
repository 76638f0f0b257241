import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { askSchema } from '../support/ask-schema.ts';
import { countedReads } from '../support/counted-reads.ts';
import { seededGraph, seedFiles, testFile } from '../support/seeded-graph.ts';

const association = 'organisation:china-anti-cancer-association';
const redCross = 'organisation:undertaking-development-centre-red-cross-society-of-china';
const yingkou = 'organisation:yingkou-central-hospital';
const alpha = 'organisation:alpha';

let database: Database;
let ask: Awaited<ReturnType<typeof askSchema>>;

beforeAll(async () => {
  database = await seededGraph([...seedFiles(), testFile('partners.yaml')]);
  ask = await askSchema(database);
});

afterAll(() => database.close());

const text = `query($id: ID!, $on: Day, $kinds: [FactKind!], $first: Int, $after: String) {
  partnerships(organisationId: $id, on: $on, kinds: $kinds, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { partner { id name } kinds tieCount undated
      ties(first: 100) { factId kind statement ends { part entity { id name } } evidence { lines { from to } } } } } } }`;

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
type Answer = any;

async function partnerships(variables: Record<string, unknown>): Promise<Answer> {
  const { data, errors } = await ask(text, variables);
  expect(errors).toBeUndefined();
  return data?.partnerships;
}

/** `partner: kinds`, with `?` behind a kind of which a tie's dates leave open whether it held. */
async function lines(variables: Record<string, unknown>): Promise<string[]> {
  const { edges } = await partnerships(variables);
  return edges.map(({ node }: Answer) => {
    const open = new Set(node.ties.filter((tie: Answer) => node.undated.includes(tie.factId)).map((tie: Answer) => tie.kind));
    return `${node.partner.name}: ${node.kinds.map((kind: string) => (open.has(kind) ? `${kind}?` : kind)).join(' ')}`;
  });
}

describe('partnerships of the two documents', () => {
  it('the association has most kinds of tie to the Red Cross centre: an agreement, an honour, a project', async () => {
    expect(await lines({ id: association })).toEqual([
      '中国红十字会总会事业发展中心: AGREEMENT ORGANISING CONFERMENT',
      '营口市中心医院: MEMBERSHIP DESIGNATION',
      '大众医学: AGREEMENT',
      '大专家.COM: AGREEMENT',
      '《精品》健康家庭杂志: AGREEMENT',
      'ONCO前沿: AGREEMENT',
      '陕西广电融媒体集团（台）: AGREEMENT',
      '陕西省科学技术协会: AGREEMENT',
      '微博健康: AGREEMENT',
    ]);
  });

  it('each tie is a fact of the two with the lines that say it; both sides of a joint project are given', async () => {
    const { edges } = await partnerships({ id: association, first: 2 });
    const [first, second] = edges.map(({ node }: Answer) => node);
    expect(first).toMatchObject({ partner: { id: redCross }, tieCount: 5, undated: [] });
    expect(first.ties.map(({ kind, evidence }: Answer) => [kind, evidence[0].lines.from])).toEqual([
      ['AGREEMENT', 144],
      // Either initiated it; the centre also supports it.
      ...first.ties.slice(1, 4).map(({ kind, evidence }: Answer) => [kind, evidence[0].lines.from]),
      ['CONFERMENT', 104],
    ]);
    const joint = first.ties.slice(1, 4);
    expect(joint.map(({ evidence }: Answer) => evidence[0].lines.from).sort()).toEqual([108, 108, 114]);
    expect(new Set(joint.flatMap(({ ends }: Answer) => ends.map(({ entity }: Answer) => entity.id)))).toEqual(
      new Set(['project:national-holistic-integrative-oncology-centre', association, redCross]),
    );
    expect(second).toMatchObject({ partner: { id: yingkou }, tieCount: 2 });
    expect(second.ties.map(({ kind }: Answer) => kind)).toEqual(['MEMBERSHIP', 'DESIGNATION']);
  });

  it('they say the same from the other side', async () => {
    expect(await lines({ id: redCross })).toEqual(['中国抗癌协会: AGREEMENT ORGANISING CONFERMENT']);
    expect(await lines({ id: yingkou })).toEqual(['中国抗癌协会: MEMBERSHIP DESIGNATION']);
    // Whom an unnamed body honoured, and who shared a film, is no partner by that.
    expect(await lines({ id: 'organisation:henan-cancer-hospital' })).toEqual([]);
  });

  it('on a day before Yingkou the hospital is none yet, and no agreement is said to be in force: none states a term', async () => {
    const before = await lines({ id: association, on: '2025-04-21' });
    expect(before).toHaveLength(8);
    expect(before[0]).toBe('中国红十字会总会事业发展中心: AGREEMENT? ORGANISING? CONFERMENT');
    expect(before.slice(1).every((line) => line.endsWith(': AGREEMENT?'))).toBe(true);
    expect(await lines({ id: association, on: '2025-04-22', kinds: ['MEMBERSHIP', 'DESIGNATION'] })).toEqual([
      '营口市中心医院: MEMBERSHIP DESIGNATION',
    ]);
    // Before the congress only the project remains, which bears no date.
    expect(await lines({ id: association, on: '2024-11-13' })).toEqual(['中国红十字会总会事业发展中心: ORGANISING?']);
  });
});

describe('partnerships of made-up organisations', () => {
  it('are by agreement, membership, designation, joint organising and honour, and by nothing else', async () => {
    expect(await lines({ id: alpha })).toEqual([
      '丙基金会: AGREEMENT ORGANISING CONFERMENT',
      '丁公司: DESIGNATION ORGANISING',
      '乙医院: AGREEMENT MEMBERSHIP',
      '戊学会: CONFERMENT',
    ]);
    // Two who conferred an honour together; a part of the association and a guest has no partner.
    expect(await lines({ id: 'organisation:epsilon' })).toEqual(['丙基金会: CONFERMENT', '甲协会: CONFERMENT']);
    expect(await lines({ id: 'organisation:zeta' })).toEqual([]);
  });

  it.each([
    ['2028-12-31', ['丙基金会: CONFERMENT?', '丁公司: ORGANISING?', '戊学会: CONFERMENT?']],
    // 2029 is known by its year only.
    ['2029-06-01', ['丙基金会: CONFERMENT?', '丁公司: ORGANISING?', '戊学会: CONFERMENT?', '乙医院: MEMBERSHIP?']],
    // The forum was in May, on whichever day; the agreement is signed, its term is not stated.
    [
      '2030-05-10',
      ['丙基金会: AGREEMENT? ORGANISING? CONFERMENT?', '乙医院: AGREEMENT MEMBERSHIP', '丁公司: ORGANISING?', '戊学会: CONFERMENT?'],
    ],
    [
      '2030-06-01',
      ['丙基金会: AGREEMENT? CONFERMENT?', '丁公司: DESIGNATION ORGANISING?', '乙医院: AGREEMENT MEMBERSHIP', '戊学会: CONFERMENT?'],
    ],
    [
      '2031-12-31',
      ['丙基金会: AGREEMENT? CONFERMENT?', '丁公司: DESIGNATION ORGANISING?', '乙医院: AGREEMENT MEMBERSHIP', '戊学会: CONFERMENT?'],
    ],
    // One agreement is over by its stated term.
    ['2032-01-01', ['丙基金会: AGREEMENT? CONFERMENT?', '丁公司: DESIGNATION ORGANISING?', '戊学会: CONFERMENT?', '乙医院: MEMBERSHIP']],
  ])('on %s are those whose dates allow it, the unknown ones marked', async (on, expected) => {
    expect(await lines({ id: alpha, on })).toEqual(expected);
    expect((await partnerships({ id: alpha, on })).totalCount).toBe(expected.length);
  });

  it.each([
    ['2030-02-28', []],
    ['2031-01-01', ['丁公司: AGREEMENT?']],
    ['2033-01-01', []],
  ])('an agreement of which only the end is stated may have held on %s, never surely', async (on, expected) => {
    expect(await lines({ id: 'organisation:beta', on, kinds: ['AGREEMENT'] })).toEqual([
      ...expected,
      ...(on > '2029' && on < '2032' ? ['甲协会: AGREEMENT'] : []),
    ]);
  });

  it('page without a gap or a double', async () => {
    const whole = await lines({ id: association });
    const paged: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await partnerships({ id: association, first: 2, after });
      expect(page.totalCount).toBe(whole.length);
      paged.push(...(await lines({ id: association, first: 2, after })));
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect(paged).toEqual(whole);
  });
});

describe('a question for partnerships that cannot be meant', () => {
  it.each([
    ['NOT_FOUND', 'organisationId', { id: 'organisation:none' }],
    ['BAD_USER_INPUT', 'organisationId', { id: 'person:fan-daiming' }],
    ['BAD_USER_INPUT', 'kinds', { id: alpha, kinds: [] }],
    ['BAD_USER_INPUT', 'kinds', { id: alpha, kinds: ['AGREEMENT', 'PART_OF'] }],
  ])('is refused as %s, naming %s', async (code, argument, variables) => {
    const { data, errors } = await ask(text, variables);
    expect(data).toEqual({ partnerships: null });
    const original = errors?.[0]?.originalError as unknown as { code: string; details: unknown };
    expect([original.code, original.details]).toEqual([code, { argument }]);
  });
});

it('partnerships cost at most six statements with facts and evidence', async () => {
  const counted = countedReads(database);
  const askCounted = await askSchema(counted.database);
  expect((await askCounted(text, { id: association })).errors).toBeUndefined();
  // The organisation, its degree, page, total, facts, evidence.
  expect(counted.statements()).toBeLessThanOrEqual(6);
});

describe('an association of 20,000 members', () => {
  const hub = 'organisation:hub';
  const join = (from: number, to: number) =>
    database.write((tx) =>
      tx.run(
        `MERGE (o:Entity:Organisation {id: $hub, name: '大会', nameKey: 'dahui organisation:hub'})
        WITH o UNWIND range($from, $to) AS n
        CREATE (o)<-[:OF_BODY]-(:Fact:Membership {id: 'fact:hub-' + n, factId: 'fact:hub-' + n, factKind: 'MEMBERSHIP', dateKey: '~'})
          -[:MEMBER]->(:Entity:Organisation {id: 'organisation:member-' + n, name: '会员', nameKey: 'huiyuan organisation:member-' + n})`,
        { hub, from, to },
      ),
    );

  it('is answered; one more is too broad, until kinds narrow it', async () => {
    for (const start of [1, 5001, 10_001, 15_001]) await join(start, start + 4999);
    const { data, errors } = await ask(
      'query($id: ID!) { partnerships(organisationId: $id, first: 3) { totalCount edges { node { kinds tieCount partner { name } } } } }',
      { id: hub },
    );
    expect(errors).toBeUndefined();
    const member = { node: { kinds: ['MEMBERSHIP'], tieCount: 1, partner: { name: '会员' } } };
    expect(data).toEqual({ partnerships: { totalCount: 20_000, edges: [member, member, member] } });
    await join(20_001, 20_001);
    const { errors: refused } = await ask(text, { id: hub });
    expect(refused?.[0]?.originalError).toMatchObject({ code: 'TOO_BROAD', details: { argument: 'organisationId' } });
    expect((await partnerships({ id: hub, kinds: ['AGREEMENT', 'ORGANISING'] })).totalCount).toBe(0);
  });
});
