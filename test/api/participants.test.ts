import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { askSchema } from '../support/ask-schema.ts';
import { countedReads } from '../support/counted-reads.ts';
import { seededGraph } from '../support/seeded-graph.ts';

const congress = 'event:cchio-2024-science-popularisation-congress';
const yingkou = 'event:caca-guidelines-china-tour-yingkou-2025';

let database: Database;
let ask: Awaited<ReturnType<typeof askSchema>>;

beforeAll(async () => {
  database = await seededGraph();
  ask = await askSchema(database);
});

afterAll(() => database.close());

const text = `query($allOf: [EventCriterion!], $anyOf: [EventCriterion!], $noneOf: [EventCriterion!], $kinds: [EntityKind!], $among: [ID!], $first: Int, $after: String) {
  participants(allOf: $allOf, anyOf: $anyOf, noneOf: $noneOf, participantKinds: $kinds, amongIds: $among, first: $first, after: $after) {
    totalCount openRosters { id } pageInfo { hasNextPage endCursor }
    edges { node { participant { id name } matches { list index possible factCount facts { statement evidence { lines { from } } } } } } } }`;

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
async function participants(variables: Record<string, unknown>): Promise<any> {
  const { data, errors } = await ask(text, variables);
  expect(errors).toBeUndefined();
  return data?.participants;
}

async function names(variables: Record<string, unknown>): Promise<string[]> {
  const { edges } = await participants({ first: 100, ...variables });
  return edges.map((edge: { node: { participant: { name: string } } }) => edge.node.participant.name);
}

const byName = (a: string, b: string) => (a < b ? -1 : 1);
const same = (got: string[], text: string) => expect([...got].sort(byName)).toEqual(text.split(' ').sort(byName));

describe('participants of the two documents', () => {
  it('who was at both: 朴浩哲 alone, with the lines of either document', async () => {
    const page = await participants({ allOf: [{ eventId: congress }, { eventId: yingkou }] });
    expect(page.totalCount).toBe(1);
    const [{ node }] = page.edges;
    expect(node.participant).toEqual({ id: 'person:piao-haozhe', name: '朴浩哲' });
    // At Yingkou: attended, handed over the plaque, led the experts of the free clinic.
    expect(node.matches.map(({ list, index, possible, factCount }: never) => [list, index, possible, factCount])).toEqual([
      ['ALL_OF', 0, false, 1],
      ['ALL_OF', 1, false, 3],
    ]);
    for (const { facts } of node.matches) for (const fact of facts) expect(fact.evidence.length).toBeGreaterThan(0);
    expect(page.openRosters).toEqual([]);
  });

  it('who was at the congress and is not recorded at Yingkou, whose rosters leave absence open', async () => {
    const lists = { allOf: [{ eventId: congress }], noneOf: [{ eventId: yingkou }] };
    same(await names(lists), '樊代明 郝希山 陈志南 李肇娥 刘建中 金宏图 吴永忠 张建功 王瑛 程向东 石汉平 李平 赵勇 聂勇战');
    const { openRosters } = await participants(lists);
    expect(openRosters.map(({ id }: { id: string }) => id).sort()).toEqual([
      yingkou,
      `${yingkou}-health-consultation`,
      `${yingkou}-plaque-ceremony`,
      `${yingkou}-seminar`,
    ]);
  });

  it('who was at Yingkou and is not recorded at the congress', async () => {
    same(
      await names({ allOf: [{ eventId: yingkou }], noneOf: [{ eventId: congress }] }),
      '张艳萍 薛静 刘杰 管静芝 吴晓明 李雁 苗成利 顾晓睿 宋亚波 朱新江 白静慧 刘学英 韩东伟',
    );
  });

  it('a part that does not imply presence counts only where it is named', async () => {
    same(await names({ allOf: [{ eventId: congress, roles: ['ELECTED'] }] }), '田艳涛');
    same(
      await names({ allOf: [{ eventId: congress, roles: ['AWARDEE'] }], kinds: ['ORGANISATION'] }),
      '中国抗癌协会 医师报 良医汇 大专家.COM 河南省肿瘤医院',
    );
  });

  it('whoever was only at a sub-event counts unless sub-events do not', async () => {
    const own = { eventId: yingkou, includeSubEvents: false };
    same(await names({ allOf: [{ eventId: yingkou }], noneOf: [own] }), '韩东伟');
    const { openRosters } = await participants({ allOf: [{ eventId: yingkou }], noneOf: [own] });
    expect(openRosters).toEqual([{ id: yingkou }]);
  });

  it('a series is met at any edition within the dates', async () => {
    const tour = { seriesId: 'series:caca-guidelines-china-tour' };
    const anyOf = [
      { ...tour, from: '2025-01-01', to: '2025-12-31' },
      { seriesId: 'series:cchio', roles: ['EXECUTIVE_CHAIR'] },
    ];
    expect(await names({ anyOf })).toHaveLength(15);
    expect(await names({ allOf: [{ ...tour, to: '2024-12-31' }] })).toEqual([]);
    const { edges } = await participants({ anyOf, first: 100 });
    const chair = edges.find((edge: { node: { participant: { name: string } } }) => edge.node.participant.name === '聂勇战');
    expect(chair.node.matches).toMatchObject([{ list: 'ANY_OF', index: 1, factCount: 1 }]);
  });

  it('only those of a list are looked at where one is given', async () => {
    const lists = { allOf: [{ eventId: congress }] };
    const given = ['person:fan-daiming', 'person:xue-jing', 'person:piao-haozhe'];
    same(await names({ ...lists, among: given }), '樊代明 朴浩哲');
    expect((await participants({ ...lists, among: given })).totalCount).toBe(2);
    expect(await names({ ...lists, among: [] })).toEqual([]);
  });

  it('pages by pinyin without a gap or a double', async () => {
    const lists = { anyOf: [{ eventId: congress }, { eventId: yingkou }] };
    const whole = await names(lists);
    expect(whole).toHaveLength(28);
    const paged: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await participants({ ...lists, first: 5, after });
      paged.push(...page.edges.map((edge: { node: { participant: { name: string } } }) => edge.node.participant.name));
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect(paged).toEqual(whole);
    expect(whole.slice(0, 3)).toEqual(['白静慧', '陈志南', '程向东']);
  });
});

describe('a question that cannot be meant', () => {
  it.each([
    ['NOT_FOUND', 'allOf[1].eventId', { allOf: [{ eventId: congress }, { eventId: 'event:none' }] }],
    ['NOT_FOUND', 'noneOf[0].seriesId', { allOf: [{ eventId: congress }], noneOf: [{ seriesId: 'series:none' }] }],
    ['BAD_USER_INPUT', 'anyOf[0].eventId', { anyOf: [{ eventId: 'person:fan-daiming' }] }],
    ['BAD_USER_INPUT', 'allOf', { noneOf: [{ eventId: congress }] }],
    ['BAD_USER_INPUT', 'noneOf', { allOf: [{ eventId: congress }], noneOf: [{ eventId: congress, dates: 'CERTAIN' }] }],
    ['BAD_USER_INPUT', 'participantKinds', { allOf: [{ eventId: congress }], kinds: ['EVENT'] }],
  ])('is refused as %s, naming %s', async (code, argument, variables) => {
    const { data, errors } = await ask(text, variables);
    expect(data).toEqual({ participants: null });
    const original = errors?.[0]?.originalError as unknown as { code: string; details: unknown };
    expect([original.code, original.details]).toEqual([code, { argument }]);
  });

  it('is too broad where more than 200 editions of a series count, until dates narrow it', async () => {
    await database.write((tx) =>
      tx.run(`CREATE (s:Entity:EventSeries {id: 'series:daily', name: '每日', nameKey: 'meiri series:daily'})
        WITH s UNWIND range(0, 200) AS n
        CREATE (:Entity:Event {id: 'event:daily-' + n, name: '每日', nameKey: 'event:daily-' + n, dateStart: toString(date('2030-01-01') + duration({days: n}))})-[:EDITION_OF]->(s)`),
    );
    const daily = { seriesId: 'series:daily' };
    const { errors } = await ask(text, { allOf: [daily] });
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'TOO_BROAD', details: { argument: 'allOf[0].seriesId' } });
    expect(await names({ allOf: [{ ...daily, from: '2030-01-02' }] })).toEqual([]);
  });
});

it('costs at most seven statements with facts and evidence', async () => {
  const counted = countedReads(database);
  const askCounted = await askSchema(counted.database);
  const { errors } = await askCounted(text, {
    anyOf: [{ eventId: congress }, { eventId: yingkou }],
    noneOf: [{ eventId: congress, roles: ['AWARDEE'] }],
  });
  expect(errors).toBeUndefined();
  // Criteria, page, total, open rosters, what meets each criterion, its facts, their evidence.
  expect(counted.statements()).toBeLessThanOrEqual(7);
});
