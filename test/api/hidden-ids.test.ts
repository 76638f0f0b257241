import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { withdrawSource } from '../../src/recording/withdraw-source.ts';
import { askOverHttp } from '../support/ask-over-http.ts';
import { noteSafety } from '../support/note-safety.ts';
import { seededGraph, testFile } from '../support/seeded-graph.ts';
import { type ServedGraph, serveGraph } from '../support/serve-graph.ts';

let database: Database;
let served: ServedGraph;

// 李明 and the forum's clinic are named by the withdrawn report alone; 单晓月 and the forum live on in the other.
const hidden = { person: 'person:li-ming', event: 'event:spring-forum-clinic', name: '李明' };
const unknown = { person: 'person:nobody', event: 'event:none', name: '王无名' };
type Ids = typeof hidden;

beforeAll(async () => {
  database = await seededGraph([testFile('spring-forum.yaml'), testFile('autumn-forum.yaml')]);
  served = await serveGraph(database);
  expect(await answer(() => '{ entity(id: "person:li-ming") { name } }', hidden)).toContain('李明');
  await withdrawSource(database, 'source:spring-forum-report', 'printed in error');
});

afterAll(async () => {
  await served?.stop();
  await database?.close();
});

/** An answer as text, errors and all. */
const answer = async (question: (ids: Ids) => string, ids: Ids): Promise<string> => (await askOverHttp(served.url, question(ids))).text;

describe('A4 what is hidden answers as what never was', () => {
  it.each<[string, (ids: Ids) => string]>([
    [
      'by id',
      ({ person, event }) => `{ entity(id: "${person}") { name } person(id: "${person}") { name } event(id: "${event}") { name } }`,
    ],
    ['in a list by ids', ({ person }) => `{ people(filter: { ids: ["${person}"] }) { totalCount edges { node { name } } } }`],
    ['in a list by event', ({ event }) => `{ people(filter: { eventId: "${event}" }) { totalCount } }`],
    ['by its name', ({ name }) => `{ search(query: "${name}") { totalCount edges { node { entity { id } } } } }`],
    ['in a list by its name', ({ name }) => `{ people(filter: { text: "${name}" }) { totalCount edges { node { id } } } }`],
    ['on a roster', ({ event }) => `{ roster(eventId: "${event}") { recorded } }`],
    ['beside one that lives', ({ person }) => `{ sharedEvents(participantIds: ["person:shan-xiaoyue", "${person}"]) { totalCount } }`],
    ['as whom others met', ({ person }) => `{ coParticipants(participantId: "${person}") { totalCount } }`],
    ['as a criterion', ({ event }) => `{ participants(allOf: [{ eventId: "${event}" }]) { totalCount } }`],
    [
      'as what is to be avoided',
      ({ event }) => `{ participants(anyOf: [{ eventId: "event:spring-forum" }], noneOf: [{ eventId: "${event}" }]) { totalCount } }`,
    ],
    ['at the end of a path', ({ person }) => `{ paths(fromId: "person:shan-xiaoyue", toId: "${person}") { length } }`],
    [
      'avoided on a path',
      ({ event }) => `{ paths(fromId: "person:shan-xiaoyue", toId: "organisation:test-association", avoid: ["${event}"]) { length } }`,
    ],
    ['in a network', ({ person }) => `{ network(scope: { entityIds: ["person:shan-xiaoyue", "${person}"] }) { nodes { degree } } }`],
    ['in a timeline', ({ person }) => `{ timeline(entityIds: ["${person}"]) { totalCount } }`],
    ['among facts', ({ person }) => `{ facts(filter: { entityIds: ["${person}"] }) { totalCount } }`],
    ['in a count', ({ event }) => `{ overview(scope: { eventId: "${event}" }) { figures { key value } } }`],
    ['as who took part', ({ person }) => `{ participation(participantId: "${person}", eventId: "event:spring-forum") { answer } }`],
  ])('%s', async (_where, question) => {
    expect(await answer(question, hidden)).toBe(await answer(question, unknown));
    noteSafety('A4', { note: 'the answer of an id that never was' });
  });

  it('in a pasted list of names', async () => {
    const question = ({ name }: Ids) => `{ matchNames(names: ["${name}"]) { status hits { entity { id } } } }`;
    expect(await answer(question, hidden)).toBe(await answer(question, unknown));
  });

  it('is at no neighbour that lives', async () => {
    const facts = 'facts(first: 20) { totalCount edges { node { statement ends { entity { id name } } } } }';
    const all = await answer(
      () => `{ person(id: "person:shan-xiaoyue") { ${facts} participations(first: 10) { edges { node { event { id } } } } }
        people(first: 5) { edges { node { id name ${facts} } } } events(first: 5) { edges { node { id name ${facts} } } } organisations(first: 5) { edges { node { id ${facts} } } } }`,
      hidden,
    );
    expect(all).toContain('单晓月');
    for (const trace of Object.values(hidden)) expect(all).not.toContain(trace);
  });
});
