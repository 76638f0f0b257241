import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { askSchema } from '../support/ask-schema.ts';
import { countedReads } from '../support/counted-reads.ts';
import { seededGraph, seedFiles, testFile } from '../support/seeded-graph.ts';

let database: Database;
let ask: Awaited<ReturnType<typeof askSchema>>;

beforeAll(async () => {
  database = await seededGraph([...seedFiles(), testFile('winter-congress.yaml')]);
  ask = await askSchema(database);
});

afterAll(() => database.close());

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
type Answer = any;

const text = `query($ids: [ID!]!, $roles: [EventRole!], $from: Day, $to: Day, $dates: DateMatch, $first: Int, $after: String) {
  sharedEvents(participantIds: $ids, roles: $roles, from: $from, to: $to, dates: $dates, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { event { id } participants { participant { id } roles { role capacity event { id } evidence { lines { from to } source { id } } } } } } } }`;

async function shared(ids: readonly string[], more: Record<string, unknown> = {}): Promise<Answer> {
  const { data, errors } = await ask(text, { ids, ...more });
  expect(errors).toBeUndefined();
  return data?.sharedEvents;
}
const eventsOf = (page: Answer): string[] => page.edges.map((edge: Answer) => edge.node.event.id.replace('event:', ''));
const codeOf = async (ids: readonly string[], more: Record<string, unknown> = {}) =>
  (await ask(text, { ids, ...more })).errors?.[0]?.originalError as { code?: string; details?: { argument?: string } } | undefined;

const person = (name: string) => `person:${name}`;
const [zhao, qian, sun, li] = ['zhao-yi', 'qian-er', 'sun-san', 'li-si'].map(person) as [string, string, string, string];
const tour = 'caca-guidelines-china-tour-yingkou-2025';

describe('the events that people share', () => {
  it('are those of the two documents, newest first, with the roles of each and the lines that say so', async () => {
    const page = await shared([person('piao-haozhe'), person('wu-xiaoming')]);
    expect(eventsOf(page)).toEqual([tour, `${tour}-health-consultation`]);
    const [first] = page.edges[0].node.participants;
    expect(first.participant.id).toBe('person:piao-haozhe');
    expect(first.roles.map((held: Answer) => [held.role, held.event.id.replace(`event:${tour}`, '')]).sort()).toEqual([
      ['ATTENDEE', ''],
      ['PRESENTER', ''],
      ['TEAM_LEADER', '-health-consultation'],
    ]);
    for (const edge of page.edges)
      for (const { roles } of edge.node.participants) for (const held of roles) expect(held.evidence.length).toBeGreaterThan(0);
  });

  it('leave out the congress above for those whom only its report names', async () => {
    // Both stand on the roster of CCHIO itself too, but only because its science-popularisation congress is a part of it.
    expect(eventsOf(await shared([person('piao-haozhe'), person('zhao-yong')]))).toEqual(['cchio-2024-science-popularisation-congress']);
  });

  it('are none for people whom no report names together', async () => {
    expect(await shared([person('fan-daiming'), person('wu-xiaoming')])).toMatchObject({ totalCount: 0, edges: [] });
  });
});

describe('an event and its parts', () => {
  it.each([
    ['both, where both are listed for both', [zhao, qian], ['winter-congress', 'winter-session-a']],
    ['the part alone, where one is listed only there', [zhao, sun], ['winter-talk', 'winter-session-a']],
    ['the whole, where they were at different parts or at none', [zhao, li], ['winter-congress', 'winter-walk']],
    ['the part, for three', [zhao, qian, sun], ['winter-session-a']],
    ['the whole, for four who share no part', [zhao, qian, sun, li], ['winter-congress']],
  ])('count as %s', async (_what, ids, events) => {
    expect(eventsOf(await shared(ids))).toEqual(events);
  });

  it('count by the roles that are asked for', async () => {
    expect(eventsOf(await shared([zhao, sun], { roles: ['SPEAKER'] }))).toEqual(['winter-session-a']);
    expect(eventsOf(await shared([zhao, 'organisation:winter-paper']))).toEqual([]);
    expect(eventsOf(await shared([zhao, 'organisation:winter-paper'], { roles: ['CHAIR', 'COVERED'] }))).toEqual(['winter-congress']);
  });
});

describe('a range of days', () => {
  it('meets a month with some of its days or with all', async () => {
    const march = { from: '2031-03-10', to: '2031-12-31' };
    expect(eventsOf(await shared([zhao, sun], march))).toEqual(['winter-talk']);
    expect(eventsOf(await shared([zhao, sun], { ...march, dates: 'CERTAIN' }))).toEqual([]);
  });

  it('takes a part without a date for as long as the whole, and leaves out what has no date at all', async () => {
    expect(eventsOf(await shared([zhao, sun], { to: '2031-02-28' }))).toEqual(['winter-session-a']);
    expect(eventsOf(await shared([zhao, li], { from: '2031-01-01' }))).toEqual(['winter-congress']);
  });
});

it('pages give each event once', async () => {
  const found: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page: Answer = await shared([zhao, li], { first: 1, after });
    expect(page.totalCount).toBe(2);
    found.push(...eventsOf(page));
    ({ endCursor: after, hasNextPage: more } = page.pageInfo);
  }
  expect(found).toEqual(['winter-congress', 'winter-walk']);
});

it('refuses what cannot be meant, and names the argument', async () => {
  for (const ids of [[zhao], [zhao, zhao], Array.from({ length: 21 }, (_, n) => person(`p${n}`)), [zhao, 'event:winter-walk']])
    expect(await codeOf(ids)).toMatchObject({ code: 'BAD_USER_INPUT', details: { argument: 'participantIds' } });
  expect(await codeOf([zhao, person('nobody')])).toMatchObject({ code: 'NOT_FOUND', details: { argument: 'participantIds' } });
  expect(await codeOf([zhao, qian], { roles: [] })).toMatchObject({ code: 'BAD_USER_INPUT', details: { argument: 'roles' } });
  expect(await codeOf([zhao, qian], { from: '2031-02-01', to: '2031-01-01' })).toMatchObject({ code: 'BAD_USER_INPUT' });
});

it('costs six round trips, however many events and participants', async () => {
  const counted = countedReads(database);
  const askCounted = await askSchema(counted.database);
  await askCounted('{ source(id: "source:none") { name } }');
  for (const ids of [
    [zhao, qian],
    [zhao, qian, sun, li],
  ]) {
    const before = counted.statements();
    expect((await askCounted(text.replace('source { id }', ''), { ids })).errors).toBeUndefined();
    // Participants, shared events, their number, the cards of the events, the roles, and the evidence.
    expect(counted.statements() - before).toBeLessThanOrEqual(6);
  }
});
