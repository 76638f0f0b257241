import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { askSchema } from '../support/ask-schema.ts';
import { changedFile } from '../support/changed-file.ts';
import { seededGraph, testFile } from '../support/seeded-graph.ts';

const places = `
  place:riverside: { name: 江滨, kind: CITY, lines: 5 }
  organisation:alpha-branch: { name: 甲分会, kind: ASSOCIATION, lines: 5 }
  organisation:beta-branch: { name: 乙分会, kind: ASSOCIATION, lines: 5 }
  series:forum: { name: 论坛, kind: CONGRESS, lines: 5 }
  event:walk: { name: 健步走, kind: WALK, date: "2031-01", lines: 5 }
  event:ride: { name: 骑行, kind: WALK, date: "2031-01", lines: 5 }
  event:swim: { name: 游泳, kind: WALK, lines: 5 }
  event:row: { name: 划船, kind: WALK, lines: 5 }
facts:
  - { fact: HELD_AT, located: 春季论坛, location: 江滨, phase: 开幕, lines: 1 }
  - { fact: HELD_AT, located: 春季论坛, location: 江滨, phase: 闭幕, lines: 2 }
  - { fact: HELD_AT, located: 健步走, location: 江滨, lines: 3 }
  - { fact: HELD_AT, located: 春季论坛义诊, location: 江滨, lines: 1 }
  - { fact: PARTICIPATED_IN, participant: 单晓月, event: 春季论坛义诊, role: ATTENDEE, lines: 1 }
  - { fact: PARTICIPATED_IN, participant: 单晓月, event: 健步走, role: ATTENDEE, lines: 5 }
  - { fact: EDITION_OF, event: 春季论坛, series: 论坛, lines: 1 }
  - { fact: EDITION_OF, event: 健步走, series: 论坛, lines: 5 }
  - { fact: EDITION_OF, event: 春季论坛义诊, series: 论坛, lines: 1 }
  - { fact: PART_OF, part: 乙分会, whole: 测试协会, basis: STATED, lines: 1 }
  - { fact: PART_OF, part: 甲分会, whole: 测试协会, basis: STATED, lines: 5 }
  - { fact: Position, holder: 单晓月, organisation: 甲分会, title: 主任, status: CURRENT, lines: 5 }
  - { fact: Position, holder: 单晓月, organisation: 乙分会, title: 主任, status: CURRENT, lines: 1 }`;

let database: Database;
let ask: Awaited<ReturnType<typeof askSchema>>;

beforeAll(async () => {
  database = await seededGraph([await changedFile(testFile('spring-forum.yaml'), ['\nfacts:', places])]);
  ask = await askSchema(database);
});

afterAll(() => database.close());

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
async function data(source: string, variables?: Record<string, unknown>): Promise<any> {
  const { data: answer, errors } = await ask(source, variables);
  expect(errors).toBeUndefined();
  return answer;
}

describe('a list by date', () => {
  it.each(['events', 'sources'])('of all %s gives the newest first and undated ones last, each once, page by page', async (list) => {
    const text = `query($first: Int, $after: String) { page: ${list}(orderBy: DATE, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { id date { start } } } } }`;
    const nodesOf = (page: { edges: { node: { id: string; date?: { start: string } | null } }[] }) => page.edges.map(({ node }) => node);
    const whole = nodesOf((await data(text, { first: 100 })).page);
    const keyed = whole.map(({ id, date }) => ({ id, key: date?.start ?? '' }));
    expect(keyed).toEqual([...keyed].sort((a, b) => (a.key === b.key ? (a.id < b.id ? -1 : 1) : a.key > b.key ? -1 : 1)));
    const found = [];
    for (let after: string | null = null, more = true; more; ) {
      const { page } = await data(text, { first: 1, after });
      expect(page.totalCount).toBe(whole.length);
      found.push(...nodesOf(page));
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect(found).toEqual(whole);
  });
});

describe('own pages', () => {
  it.each([
    ['person(id: "person:shan-xiaoyue")', 'participations', 'event { name }'],
    ['place(id: "place:riverside")', 'events', 'name'],
    ['series(id: "series:forum")', 'editions', 'name'],
  ])('%s { %s } gives the newest first and undated ones last, each once, page by page', async (entity, field, wanted) => {
    const names: string[] = [];
    let total = 0;
    for (let after: string | null = null, more = true; more; ) {
      const { it } = await data(
        `query($after: String) { it: ${entity} { page: ${field}(first: 1, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { ${wanted} } } } } }`,
        { after },
      );
      names.push(...it.page.edges.map(({ node }: { node: { name: string; event?: { name: string } } }) => node.event?.name ?? node.name));
      total = it.page.totalCount;
      ({ endCursor: after, hasNextPage: more } = it.page.pageInfo);
    }
    expect(names).toEqual(['健步走', '春季论坛', '春季论坛义诊']);
    expect(total).toBe(3);
  });
});

describe('relationship lists', () => {
  it('of entities go by pinyin, of facts by line', async () => {
    const { organisation, person } = await data(`{
      organisation(id: "organisation:test-association") { parts { name } partsConnection { edges { node { name } } } }
      person(id: "person:shan-xiaoyue") { ...posts }
    }
    fragment posts on Person { positions { organisation { name } } positionsConnection { edges { node { organisation { name } } } } }`);
    const posts = ['乙分会', '测试协会', '甲分会'].map((name) => ({ organisation: { name } }));
    expect(organisation.parts).toEqual([{ name: '甲分会' }, { name: '乙分会' }]);
    expect(organisation.partsConnection.edges).toEqual(organisation.parts.map((node: unknown) => ({ node })));
    expect(person.positions).toEqual(posts);
    expect(person.positionsConnection.edges).toEqual(posts.map((node) => ({ node })));
  });

  it('keep the order asked for, and end it with their own', async () => {
    const { person } = await data(
      `query($sort: [PositionSort!]) { person(id: "person:shan-xiaoyue") {
        a: positions(sort: [{ title: DESC }]) { title organisation { name } }  b: positions(sort: $sort) { title organisation { name } }
      } }`,
      { sort: [{ title: 'DESC' }] },
    );
    expect(person.b).toEqual(person.a);
    expect(person.a.map((row: { organisation: { name: string } }) => row.organisation.name)).toEqual(['测试协会', '乙分会', '甲分会']);
  });
});
