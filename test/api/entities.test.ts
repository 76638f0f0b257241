import { type ExecutionResult, graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { buildSchema } from '../../src/schema/build-schema.ts';
import { askSchema } from '../support/ask-schema.ts';
import { plainContext } from '../support/plain-context.ts';
import { recordedReads } from '../support/recorded-reads.ts';
import { seededGraph } from '../support/seeded-graph.ts';

let database: Database;
let ask: Awaited<ReturnType<typeof askSchema>>;

beforeAll(async () => {
  database = await seededGraph();
  ask = await askSchema(database);
});

afterAll(() => database.close());

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
async function data(source: string, variables?: Record<string, unknown>): Promise<any> {
  const { data: answer, errors } = await ask(source, variables);
  expect(errors).toBeUndefined();
  return answer;
}

const codes = ({ errors }: ExecutionResult) =>
  errors?.map(({ path, originalError }) => [path?.[0], (originalError as { code?: string }).code]);

describe('a look-up', () => {
  it('answers a person with posts, their organisations and the lines that say so', async () => {
    const { person } = await data(
      '{ person(id: "person:fan-daiming") { name label(lang: EN) positions { title organisation { name } evidence { lines { from } source { fileName } } } } }',
    );
    expect(person).toMatchObject({ name: '樊代明', label: 'Fan Daiming' });
    expect(person.positions).toContainEqual(expect.objectContaining({ title: '理事长', organisation: { name: '中国抗癌协会' } }));
    for (const position of person.positions) expect(position.evidence).not.toEqual([]);
  });

  it('answers null for an id nothing bears', async () => {
    expect(await data('{ person(id: "person:nobody") { id } event(id: "x") { id } }')).toEqual({ person: null, event: null });
  });

  it('refuses an id of another kind and leaves the other answers standing', async () => {
    const result = await ask('{ person(id: "event:a") { id } place(id: "place:none") { id } }');
    expect(codes(result)).toEqual([['person', 'BAD_USER_INPUT']]);
    expect(result.data).toEqual({ person: null, place: null });
  });

  it('answers aliases and fragments as asked', async () => {
    const { p } = await data(
      '{ p: person(id: "person:fan-daiming") { ...F x: name } } fragment F on Person { n: name participations(first: 1) { edges { node { person { again: name label } } } } }',
    );
    expect(p).toEqual({
      n: '樊代明',
      x: '樊代明',
      participations: { edges: [{ node: { person: { again: '樊代明', label: '樊代明' } } }] },
    });
  });
});

describe('a page of entities', () => {
  it('leads through all of them, each once, in the order of pinyin', async () => {
    const question =
      'query ($after: String) { people(first: 7, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }';
    const ids: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const { people } = await data(question, { after });
      ids.push(...people.edges.map((edge: { node: { id: string } }) => edge.node.id));
      total = people.totalCount;
      after = people.pageInfo.hasNextPage ? people.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(ids).size).toBe(total);
    expect(ids).toHaveLength(total);
  });

  it('puts the newest event first and undated ones last', async () => {
    const { events } = await data('{ events(orderBy: DATE, first: 100) { edges { node { date { start } } } } }');
    const starts = events.edges.map((edge: { node: { date: { start: string } | null } }) => edge.node.date?.start ?? '');
    expect(starts).toEqual([...starts].sort().reverse());
  });

  it('finds by text, kind and tie together', async () => {
    const { people } = await data(
      '{ people(filter: { text: "朴浩哲", kinds: [EXPERT], eventId: "event:caca-guidelines-china-tour-yingkou-2025" }) { totalCount edges { node { name } } } }',
    );
    expect(people).toEqual({ totalCount: 1, edges: [{ node: { name: '朴浩哲' } }] });
  });

  it('finds events in a range of days', async () => {
    const { events } = await data(
      '{ events(filter: { from: "2025-01-01", to: "2025-12-31" }, first: 100) { edges { node { date { start } } } } }',
    );
    expect(events.edges.length).toBeGreaterThan(0);
    for (const { node } of events.edges) expect(node.date.start).toMatch(/^2025/);
  });

  it('is empty where nothing is found', async () => {
    expect(await data('{ works(filter: { text: "没有这样的书名" }) { totalCount edges { cursor } } }')).toEqual({
      works: { totalCount: 0, edges: [] },
    });
  });

  it('refuses unknown ids, ids of another kind, sizes and cursors that no page has', async () => {
    const result = await ask(`{
      a: people(filter: { organisationId: "organisation:none" }) { totalCount }
      b: people(filter: { organisationId: "person:fan-daiming" }) { totalCount }
      c: people(first: 0) { totalCount }
      d: people(after: "zz") { totalCount }
    }`);
    expect(new Map(codes(result) as [string, string][])).toEqual(
      new Map([
        ['a', 'NOT_FOUND'],
        ['b', 'BAD_USER_INPUT'],
        ['c', 'BAD_USER_INPUT'],
        ['d', 'BAD_USER_INPUT'],
      ]),
    );
  });
});

describe('neighbours', () => {
  it('of an event: participations page by page, organisers, places and facts', async () => {
    const { event } = await data(`{ event(id: "event:caca-guidelines-china-tour-yingkou-2025") {
      series { name } organisers { kind organiser { name } evidence { id } } places { kind location { name } }
      participations(first: 2) { totalCount pageInfo { hasNextPage } edges { node { role participant { name } person { name } event { name } factId evidence { id } } } }
      facts(kinds: [LOCATION]) { totalCount edges { node { kind statement } } }
    } }`);
    expect(event.participations.edges).toHaveLength(2);
    expect(event.participations.pageInfo.hasNextPage).toBe(true);
    expect(event.participations.totalCount).toBeGreaterThan(2);
    for (const { node } of event.participations.edges) expect(node.person?.name ?? node.participant.name).toBe(node.participant.name);
    expect(event.facts.totalCount).toBe(event.places.length);
    expect(event.series).toEqual([{ name: 'CACA指南中国行' }]);
  });

  it('of an organisation: posts, agreements with all parties, memberships', async () => {
    const { organisation } = await data(`{ organisation(id: "organisation:china-anti-cancer-association") {
      positions { totalCount edges { node { title holder { name } } } }
      agreements { edges { node { status parties { id } evidence { id } } } }
      memberships { edges { node { body { id } } } }
    } }`);
    expect(organisation.positions.edges).toContainEqual({ node: { title: '理事长', holder: { name: '樊代明' } } });
    for (const { node } of organisation.agreements.edges) {
      expect(node.status).toBe('UNKNOWN');
      expect(node.parties).toContainEqual({ id: 'organisation:china-anti-cancer-association' });
    }
    expect(organisation.memberships.edges.length).toBeGreaterThan(0);
  });

  it('of an organisation: of its posts no more is read than asked, and nothing twice', async () => {
    const { schema, nodeSource } = await buildSchema();
    const ask = async (fields: string) => {
      const { database: recorded, sent } = recordedReads(database);
      const source = `{ organisation(id: "organisation:china-anti-cancer-association") { positions(first: 3) { edges { node { ${fields} } } } } }`;
      const answer = await graphql({ schema, source, contextValue: plainContext(recorded, nodeSource) });
      expect(JSON.stringify(answer.data)).toContain('理事长');
      return sent.map(({ file, params }) => [file, (params.list0 as { asked?: unknown } | undefined)?.asked ?? 'all']);
    };
    const which = { properties: ['id'], ends: [], card: ['id'] };
    expect(await ask('title')).toEqual([
      ['find-facts-at.ts', which],
      ['load-properties.ts', 'all'],
    ]);
    expect(await ask('title label date { text }')).toEqual([
      ['find-facts-at.ts', 'all'],
      ['load-properties.ts', 'all'],
    ]);
  });

  it('of a series: its editions, from which one goes on', async () => {
    const { eventSeries } = await data(
      '{ eventSeries(filter: { text: "同一天一起行" }) { edges { node { editions { totalCount edges { node { series { name } } } } } } } }',
    );
    const [{ node }] = eventSeries.edges;
    expect(node.editions.edges).toHaveLength(node.editions.totalCount);
    for (const edge of node.editions.edges) expect(edge.node.series).toEqual([{ name: '同一天一起行' }]);
  });

  it('of a source: every non-empty line, cited or left out with its reason', async () => {
    const { sources } = await data(
      '{ sources { edges { node { name lines(first: 100) { totalCount edges { node { number leftOut facts { factId } } } } } } } }',
    );
    for (const { node } of sources.edges)
      for (const { node: line } of node.lines.edges)
        expect(line.facts.length > 0 || line.leftOut !== null, `${node.name} line ${line.number}`).toBe(true);
  });

  it('bear the four fields of facts on their edges', async () => {
    const { people } = await data(
      '{ people(first: 100) { edges { node { affiliationsConnection { edges { properties { factId certainty disputed evidence { factId } } } } } } } }',
    );
    const edges = people.edges.flatMap(
      (edge: { node: { affiliationsConnection: { edges: unknown[] } } }) => edge.node.affiliationsConnection.edges,
    );
    expect(edges.length).toBeGreaterThan(0);
    for (const { properties } of edges) expect(properties.evidence[0].factId).toBe(properties.factId);
  });
});
