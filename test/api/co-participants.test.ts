import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { projectRosters } from '../../src/recording/project-rosters.ts';
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

const text = `query($id: ID!, $own: Boolean, $roles: [EventRole!], $from: Day, $to: Day, $weighting: Weighting, $first: Int, $after: String) {
  coParticipants(participantId: $id, includeSubEvents: $own, roles: $roles, from: $from, to: $to, weighting: $weighting, first: $first, after: $after) {
    totalCount skippedEvents formula(lang: EN) pageInfo { hasNextPage endCursor }
    edges { node { participant { id } weight sharedEvents events { id }
      shares(first: 5) { weight calculation event { id } participants { participant { id } roles { role factId evidence { lines { from } } } } } } } } }`;

async function met(id: string, more: Record<string, unknown> = {}): Promise<Answer> {
  const { data, errors } = await ask(text, { id, first: 100, ...more });
  expect(errors).toBeUndefined();
  return data?.coParticipants;
}
const nodesOf = (page: Answer): Answer[] => page.edges.map((edge: Answer) => edge.node);
const namesOf = (page: Answer): string[] => nodesOf(page).map((node) => node.participant.id.replace(/^\w+:/, ''));
const codeOf = async (id: string, more: Record<string, unknown> = {}) =>
  (await ask(text, { id, ...more })).errors?.[0]?.originalError as { code?: string; details?: { argument?: string } } | undefined;

describe('who shares at least one event with 朴浩哲', () => {
  it('are the people of both documents, those of his team at Yingkou first, each weight as reckoned by hand', async () => {
    const page = await met('person:piao-haozhe');
    const weights = nodesOf(page).map((node) => [
      node.participant.id.replace('person:', ''),
      Number(node.weight.toFixed(6)),
      node.sharedEvents,
    ]);
    // Fourteen are on record at Yingkou, five of them at the consultation; the congress had 1,300.
    const [team, speaker, guest] = [4 / 4 + 4 / 13, 4 / 13, 2 / 13].map((weight) => Number(weight.toFixed(6)));
    const [chair, witness, attendee] = [3 / 1299, 1.5 / 1299, 1 / 1299].map((weight) => Number(weight.toFixed(6)));
    expect(weights).toEqual([
      ...['guan-jingzhi', 'li-yan', 'miao-chengli', 'wu-xiaoming'].map((name) => [name, team, 2]),
      ...['bai-jinghui', 'han-dongwei', 'liu-xueying', 'zhu-xinjiang'].map((name) => [name, speaker, 1]),
      ...['gu-xiaorui', 'liu-jie', 'song-yabo', 'xue-jing', 'zhang-yanping'].map((name) => [name, guest, 1]),
      ['nie-yongzhan', chair, 1],
      ...['fan-daiming', 'liu-jianzhong'].map((name) => [name, witness, 1]),
      ...['chen-zhinan', 'cheng-xiangdong', 'hao-xishan', 'jin-hongtu', 'li-ping', 'li-zhaoe', 'shi-hanping', 'wang-ying'].map((name) => [
        name,
        attendee,
        1,
      ]),
      ...['wu-yongzhong', 'zhang-jiangong', 'zhao-yong'].map((name) => [name, attendee, 1]),
    ]);
    expect(page).toMatchObject({ totalCount: 27, skippedEvents: 0 });
  });

  it('is decomposable: each share says how it is reckoned, and by which facts', async () => {
    const page = await met('person:piao-haozhe');
    const wu = nodesOf(page).find((node) => node.participant.id === 'person:wu-xiaoming');
    expect(wu.shares.map((share: Answer) => share.calculation)).toEqual(['2 × 2 ÷ (5 − 1)', '2 × 2 ÷ (14 − 1)']);
    expect(wu.events.map((event: Answer) => event.id)).toEqual(wu.shares.map((share: Answer) => share.event.id));
    const [consultation] = wu.shares;
    expect(consultation.participants.map(({ roles }: Answer) => roles.map((held: Answer) => held.role))).toEqual([
      ['TEAM_LEADER'],
      ['CLINIC_EXPERT'],
    ]);
    for (const { roles } of consultation.participants) for (const held of roles) expect(held.evidence.length).toBeGreaterThan(0);
    expect(page.formula).toContain('role of a × role of b ÷ (size − 1)');
  });
});

describe('an event and its parts', () => {
  // The congress had 301 (Figure); three stand on the roster of session A, two on that of session B.
  it('weigh by hand: the congress for those listed there too, else the part where they met', async () => {
    expect(
      nodesOf(await met('person:zhao-yi')).map((node) => [node.participant.id, Number(node.weight.toFixed(6)), node.sharedEvents]),
    ).toEqual([
      ['person:sun-san', Number(((2 * 2) / 2 + (2 * 1) / 1).toFixed(6)), 2],
      ['person:qian-er', Number(((2 * 2) / 2 + (3 * 2) / 300).toFixed(6)), 2],
      ['person:li-si', Number(((1 * 1) / 1 + (3 * 1) / 300).toFixed(6)), 2],
    ]);
  });

  it('weigh by own rosters alone where sub-events are left out', async () => {
    const page = await met('person:zhao-yi', { own: false, weighting: 'COUNT' });
    expect(nodesOf(page).map((node) => [node.participant.id, node.weight])).toEqual([
      ['person:qian-er', 2],
      ['person:sun-san', 2],
      ['person:li-si', 1],
    ]);
  });

  it('count by the roles and in the range that are asked for', async () => {
    expect(namesOf(await met('person:zhao-yi', { roles: ['SPEAKER'] }))).toEqual(['sun-san']);
    expect(namesOf(await met('person:zhao-yi', { roles: ['CHAIR', 'COVERED'] }))).toEqual(['winter-paper']);
    expect(namesOf(await met('person:zhao-yi', { from: '2031-03-01' }))).toEqual(['sun-san']);
  });
});

it('pages give each co-participant once, in the same order', async () => {
  const all = namesOf(await met('person:piao-haozhe'));
  const found: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page: Answer = await met('person:piao-haozhe', { first: 4, after });
    found.push(...namesOf(page));
    ({ endCursor: after, hasNextPage: more } = page.pageInfo);
  }
  expect(found).toEqual(all);
});

it('nobody met at an event of more than a thousand, which is said to be left out', async () => {
  await database.write(async (tx) => {
    await tx.run(`CREATE (e:Entity:Event {id: 'event:hub', name: '千人大会', dateKey: '2031-09-01'})
      WITH e UNWIND range(1, 1000) AS n
      CREATE (p:Entity:Person {id: 'person:crowd-' + n, name: '众' + n, nameKey: 'crowd' + n})-[:PARTICIPATED_IN {factId: 'fact:crowd' + n, role: 'ATTENDEE'}]->(e)`);
    await tx.run(`MATCH (e:Event {id: 'event:hub'}), (p:Person {id: 'person:zhou-wu'})
      CREATE (p)-[:PARTICIPATED_IN {factId: 'fact:crowd', role: 'ATTENDEE'}]->(e)`);
    const people = await tx.run(
      "MATCH (p)-[:PARTICIPATED_IN]->(:Event {id: 'event:hub'}) RETURN p.id AS participantId, 'event:hub' AS eventId",
    );
    await projectRosters(tx, people as { participantId: string; eventId: string }[]);
  });
  expect(await met('person:zhou-wu')).toMatchObject({ totalCount: 0, skippedEvents: 1, edges: [] });
});

it('whoever took part in thousands of events is answered for the years that are asked, and all that is left out is counted', async () => {
  await database.write(async (tx) => {
    await tx.run(`CREATE (p:Entity:Person {id: 'person:busy', name: '忙人', nameKey: 'busy'})
      CREATE (q:Entity:Person {id: 'person:early', name: '早友', nameKey: 'early'})
      WITH p, q UNWIND range(0, 5050) AS n
      WITH p, q, n, CASE n WHEN 0 THEN '2001-05-01' ELSE '2031-05-01' END AS date
      CREATE (e:Entity:Event {id: 'event:busy-' + n, name: '会' + n, nameKey: 'busy' + n, dateStart: date, dateKey: date})
      CREATE (p)-[:PARTICIPATED_IN {factId: 'fact:busy' + n, role: 'ATTENDEE'}]->(e)
      FOREACH (one IN CASE n WHEN 0 THEN [q] ELSE [] END | CREATE (one)-[:PARTICIPATED_IN {factId: 'fact:early', role: 'ATTENDEE'}]->(e))`);
    const places = await tx.run(
      "MATCH (p)-[:PARTICIPATED_IN]->(e:Event) WHERE e.id STARTS WITH 'event:busy-' RETURN p.id AS participantId, e.id AS eventId",
    );
    await projectRosters(tx, places as { participantId: string; eventId: string }[]);
  });
  expect(namesOf(await met('person:busy', { to: '2001-12-31' }))).toEqual(['early']);
  expect(await met('person:busy')).toMatchObject({ totalCount: 0, skippedEvents: 5051 - 500 });
});

it('refuses what cannot be meant, and names the argument', async () => {
  expect(await codeOf('person:nobody')).toMatchObject({ code: 'NOT_FOUND', details: { argument: 'participantId' } });
  expect(await codeOf('event:winter-walk')).toMatchObject({ code: 'BAD_USER_INPUT', details: { argument: 'participantId' } });
  expect(await codeOf('person:zhao-yi', { roles: [] })).toMatchObject({ code: 'BAD_USER_INPUT', details: { argument: 'roles' } });
  expect(await codeOf('person:zhao-yi', { from: '2031-02-01', to: '2031-01-01' })).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await codeOf('person:zhao-yi', { after: 'nonsense' })).toMatchObject({ code: 'BAD_USER_INPUT', details: { argument: 'after' } });
});

it('costs six round trips, however many co-participants', async () => {
  const counted = countedReads(database);
  const askCounted = await askSchema(counted.database);
  await askCounted('{ source(id: "source:none") { name } }');
  for (const id of ['person:zhao-yi', 'person:piao-haozhe']) {
    const before = counted.statements();
    expect((await askCounted(text, { id, first: 100 })).errors).toBeUndefined();
    // The participant, the events, their rosters; the cards, the roles, and the evidence.
    expect(counted.statements() - before).toBeLessThanOrEqual(6);
  }
});
