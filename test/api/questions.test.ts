import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { askSchema } from '../support/ask-schema.ts';
import { countedReads } from '../support/counted-reads.ts';
import { seededGraph } from '../support/seeded-graph.ts';

const congress = 'event:cchio-2024-science-popularisation-congress';
const association = 'organisation:china-anti-cancer-association';
const report = 'source:cchio-2024-science-popularisation-report';

let database: Database;
let ask: Awaited<ReturnType<typeof askSchema>>;

beforeAll(async () => {
  database = await seededGraph();
  ask = await askSchema(database);
});

afterAll(() => database.close());

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
type Answer = any;

async function data(source: string, variables?: Record<string, unknown>): Promise<Answer> {
  const { data: answer, errors } = await ask(source, variables);
  expect(errors).toBeUndefined();
  return answer;
}

const nodes = (page: Answer): Answer[] => page.edges.map((edge: Answer) => edge.node);

describe('a roster', () => {
  it('lists each participant once, at the highest role, with the lines that say so', async () => {
    const { roster } = await data(
      'query($id: ID!) { roster(eventId: $id, first: 100) { event { name } completeness recorded entries { totalCount edges { node { participant { id } roles { role evidence { lines { from } } } } } } } }',
      { id: congress },
    );
    const ids = nodes(roster.entries).map((entry) => entry.participant.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(roster).toMatchObject({ event: { name: '2024 CCHIO科普大会' }, completeness: 'PARTIAL', recorded: ids.length });
    expect(roster.entries.totalCount).toBe(ids.length);
    expect(nodes(roster.entries)[0].roles.map((held: Answer) => held.role)).toContain('EXECUTIVE_CHAIR');
    for (const entry of nodes(roster.entries)) for (const held of entry.roles) expect(held.evidence.length).toBeGreaterThan(0);
  });

  it('lists whoever was not necessarily present only when the role is named', async () => {
    const text =
      'query($id: ID!, $roles: [EventRole!]) { roster(eventId: $id, roles: $roles, first: 100) { entries { edges { node { participant { id } roles { role } } } } } }';
    const usual = await data(text, { id: congress });
    const awardees = await data(text, { id: congress, roles: ['AWARDEE'] });
    expect(nodes(usual.roster.entries).flatMap((entry) => entry.roles.map((held: Answer) => held.role))).not.toContain('AWARDEE');
    expect(nodes(awardees.roster.entries).map((entry) => entry.participant.id)).toContain('person:hao-xishan');
  });

  it('pages without a gap or a double, in every order', async () => {
    const text =
      'query($id: ID!, $order: RosterOrder, $first: Int, $after: String) { roster(eventId: $id, orderBy: $order, first: $first, after: $after) { entries { edges { node { participant { id } } } pageInfo { hasNextPage endCursor } } } }';
    for (const order of ['ROLE_THEN_NAME', 'NAME', 'PRINTED']) {
      const whole = nodes((await data(text, { id: congress, order, first: 100 })).roster.entries).map((entry) => entry.participant.id);
      const paged: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const { entries }: Answer = (await data(text, { id: congress, order, first: 4, after })).roster;
        paged.push(...nodes(entries).map((entry) => entry.participant.id));
        ({ endCursor: after, hasNextPage: more } = entries.pageInfo);
      }
      expect(paged).toEqual(whole);
    }
  });

  it('with evidence and sources costs at most four round trips', async () => {
    const counted = countedReads(database);
    const askCounted = await askSchema(counted.database);
    // The library asks once for the server's version, before its first statement.
    await askCounted('{ source(id: "source:none") { name } }');
    const before = counted.statements();
    const { errors } = await askCounted(
      'query($id: ID!) { roster(eventId: $id, first: 50) { event { name } completeness recorded entries { edges { node { participant { name } roles { role onBehalfOf { name } event { name } evidence { lines { from to } source { name } } } } } } } }',
      { id: congress },
    );
    expect(errors).toBeUndefined();
    expect(counted.statements() - before).toBeLessThanOrEqual(4);
  });
});

describe('participation', () => {
  const text =
    'query($who: ID!, $id: ID!, $sub: Boolean) { participation(participantId: $who, eventId: $id, includeSubEvents: $sub) { answer completeness facts { kind statement } } }';

  it('is yes with the facts that say so', async () => {
    const { participation } = await data(text, { who: 'person:fan-daiming', id: congress });
    expect(participation.answer).toBe('YES');
    expect(participation.facts[0].kind).toBe('PARTICIPATION');
  });

  it('is not recorded where no source says either', async () => {
    const { participation } = await data(text, { who: 'person:fan-daiming', id: 'event:caca-guidelines-china-tour-yingkou-2025' });
    expect(participation).toMatchObject({ answer: 'NOT_RECORDED', facts: [] });
  });
});

describe('search', () => {
  it.each([
    ['樊代明', 'NAME'],
    ['fandaiming', 'PINYIN'],
    ['fdm', 'INITIALS'],
    ['Fan Daiming', 'ENGLISH'],
    ['樊代民', 'FUZZY'],
  ])('finds a person by %s and says how', async (query, matchedOn) => {
    const { search } = await data('query($query: String!) { search(query: $query) { edges { node { entity { id kind } matchedOn } } } }', {
      query,
    });
    expect(nodes(search)[0]).toMatchObject({ entity: { id: 'person:fan-daiming', kind: 'PERSON' }, matchedOn });
  });

  it.each([
    ['CACA', 'ALIAS'],
    ['中國抗癌協會', 'TRADITIONAL'],
  ])('puts the organisation that is called %s first', async (query, matchedOn) => {
    const { search } = await data('query($query: String!) { search(query: $query) { edges { node { entity { id } matchedOn } } } }', {
      query,
    });
    expect(nodes(search)[0]).toEqual({ entity: { id: association }, matchedOn });
  });

  it.each(['*:*', '"', '~~~', ') OR (', '\\', 'AND', '   ', '%'])('takes %j as text', async (query) => {
    await data('query($query: String!) { search(query: $query) { totalCount } }', { query });
  });

  it('pages through its hits', async () => {
    const text =
      'query($first: Int, $after: String) { search(query: "抗癌", first: $first, after: $after) { totalCount edges { cursor node { entity { id } } } } }';
    const whole = (await data(text, { first: 100 })).search;
    const second = (await data(text, { first: 3, after: whole.edges[2].cursor })).search;
    expect(nodes(second)).toEqual(nodes(whole).slice(3, 6));
    expect(second.totalCount).toBe(whole.edges.length);
  });
});

it('matchNames tells whom pasted names mean', async () => {
  const { matchNames } = await data('query($names: [String!]!) { matchNames(names: $names) { input status hits { entity { id } } } }', {
    names: ['樊代明院士', '2024CCHI0', '某某'],
  });
  expect(matchNames.map((match: Answer) => [match.input, match.status, match.hits[0]?.entity.id])).toEqual([
    ['樊代明院士', 'MATCHED', 'person:fan-daiming'],
    ['2024CCHI0', 'MATCHED', 'event:cchio-2024'],
    ['某某', 'UNMATCHED', undefined],
  ]);
});

describe('facts', () => {
  it('come in the order of lines, with ends, attributes, a date and evidence', async () => {
    const text =
      'query($id: ID!) { facts(filter: { sourceId: $id, kinds: [AGREEMENT] }, first: 100) { totalCount edges { node { kind statement(lang: EN) date { start } ends { part entity { id } } attributes { name value } evidence { lines { from } } } } } }';
    const { facts } = await data(text, { id: report });
    expect(facts.totalCount).toBe(facts.edges.length);
    expect(nodes(facts)[0]).toMatchObject({ kind: 'AGREEMENT', date: { start: '2024-11-14' } });
    expect(nodes(facts)[0].ends).toContainEqual({ part: 'party', entity: { id: association } });
    const lines = nodes(facts).map((fact) => fact.evidence[0].lines.from);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });

  it('can be asked for by lines, certainty and sources', async () => {
    const { lines, implied, all, single, several } = await data(
      `query($id: ID!) {
        lines: facts(filter: { sourceId: $id, lines: { from: 13, to: 15 } }) { totalCount }
        implied: facts(filter: { certainty: [IMPLIED] }, first: 100) { edges { node { certainty } } }
        all: facts { totalCount }
        single: facts(filter: { singleSource: true }) { totalCount }
        several: facts(filter: { singleSource: false }) { totalCount }
      }`,
      { id: report },
    );
    expect(lines.totalCount).toBeGreaterThan(0);
    expect(new Set(nodes(implied).map((fact) => fact.certainty))).toEqual(new Set(['IMPLIED']));
    expect(single.totalCount + several.totalCount).toBe(all.totalCount);
  });

  it('answer one by one by their ids', async () => {
    const { facts } = await data('{ facts(first: 1) { edges { node { factId statement } } } }');
    const [{ factId, statement }] = nodes(facts);
    expect((await data('query($id: ID!) { fact(id: $id) { statement } }', { id: factId })).fact).toEqual({ statement });
    expect(await data('{ fact(id: "fact:none") { statement } entity(id: "person:nobody") { id } }')).toEqual({ fact: null, entity: null });
  });
});

describe('a time line', () => {
  const text =
    'query($ids: [ID!]!, $from: Day, $to: Day, $first: Int, $after: String) { timeline(entityIds: $ids, from: $from, to: $to, first: $first, after: $after) { totalCount edges { cursor node { factId date { start } } } pageInfo { hasNextPage endCursor } } }';

  it('runs by date, undated facts last', async () => {
    const { timeline } = await data(text, { ids: [association], first: 100 });
    const dates = nodes(timeline).map((fact) => fact.date?.start ?? '~');
    expect(dates).toEqual([...dates].sort());
    expect(timeline.totalCount).toBeGreaterThanOrEqual(dates.length);
  });

  it('keeps to a range and pages inside a day', async () => {
    const range = { ids: [association], from: '2024-11-01', to: '2024-11-30' };
    const whole = (await data(text, { ...range, first: 100 })).timeline;
    expect(nodes(whole).every((fact) => fact.date.start.startsWith('2024-11'))).toBe(true);
    const second = (await data(text, { ...range, first: 2, after: whole.edges[1].cursor })).timeline;
    expect(nodes(second)).toEqual(nodes(whole).slice(2, 4));
  });
});

describe('agreements', () => {
  it('are found by party and event, newest first, their unstated term unknown', async () => {
    const { agreements } = await data(
      'query($party: ID!, $event: ID!) { agreements(filter: { partyIds: [$party], signedAtEventId: $event, statusOn: { date: "2025-01-01", status: UNKNOWN } }, orderBy: DATE, first: 100) { totalCount edges { node { status(on: "2025-01-01") parties { id } signedAt { id } } } } }',
      { party: association, event: congress },
    );
    expect(agreements.totalCount).toBeGreaterThan(0);
    expect(nodes(agreements)).toHaveLength(agreements.totalCount);
    for (const agreement of nodes(agreements)) expect(agreement).toMatchObject({ status: 'UNKNOWN', signedAt: { id: congress } });
  });

  it('that expire are none where no term is stated', async () => {
    const { agreements } = await data('{ agreements(filter: { expiringWithinDays: 180 }) { totalCount edges { node { id } } } }');
    expect(agreements).toEqual({ totalCount: 0, edges: [] });
  });
});
