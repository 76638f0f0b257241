import { beforeAll, expect, it } from 'vitest';
import type { SourceFile } from '../../src/domain/source-file.ts';
import { profiledReads } from '../bench/profiled-reads.ts';
import { askSchema } from '../support/ask-schema.ts';
import { writeSourceFiles } from '../support/hub-event.ts';
import { seededGraph } from '../support/seeded-graph.ts';

const [busy, congress] = ['person:busy', 'event:congress'];
const talk = (number: number) => `event:talk-${String(number).padStart(4, '0')}`;
const guest = (number: number) => `person:guest-${String(number).padStart(4, '0')}`;

/** What a page of the same size is asked of, in the small graph and in the large one. */
const questions: Record<string, [query: string, variables?: Record<string, unknown>]> = {
  'a roster whose first took part in very much else': [
    'query($id: ID!) { roster(eventId: $id, first: 10) { entries { edges { node { participant { id } roles { role event { id } } } } } } }',
    { id: congress },
  ],
  'the roster of the event alone, by name': [
    'query($id: ID!) { roster(eventId: $id, first: 10, includeSubEvents: false, orderBy: NAME) { entries { edges { node { roles { role } } } } } }',
    { id: congress },
  ],
  'the time line of someone who took part in very much': [
    'query($ids: [ID!]!) { timeline(entityIds: $ids, first: 10) { edges { node { factId } } } }',
    { ids: [busy] },
  ],
  'the time line of several, from a day on which much was': [
    'query($ids: [ID!]!) { timeline(entityIds: $ids, kinds: [PARTICIPATION], to: "2030-12-31", first: 10) { edges { node { factId } } } }',
    { ids: [busy, guest(1), guest(2)] },
  ],
  'whether someone took part who did in very much else': [
    'query($id: ID!, $busy: ID!) { participation(eventId: $id, participantId: $busy) { answer facts { factId } } }',
    { id: congress, busy },
  ],
  'which of a few took part in an event of many': [
    'query($id: ID!, $among: [ID!]) { participants(allOf: [{ eventId: $id }], amongIds: $among) { totalCount edges { node { participant { id } matches { facts { factId } } } } } }',
    { id: congress, among: [busy, guest(1)] },
  ],
  'the latest of all events': ['{ events(orderBy: DATE, first: 10) { edges { node { id date { start } } } } }'],
  'what one who was at very much shares with one who was not': [
    'query($ids: [ID!]!) { sharedEvents(participantIds: $ids, first: 10) { totalCount edges { node { event { id } } } } }',
    { ids: [busy, guest(1)] },
  ],
};

type Hits = Record<string, number>;
let small: Hits;
let large: Hits;

/** One source: a congress of so many guests, the first of whom held as many talks elsewhere. */
function crowd(size: number): SourceFile {
  const numbers = Array.from({ length: size }, (_, index) => index);
  const day = (number: number) => `20${30 + Math.floor(number / 336)}-${two(1 + (Math.floor(number / 28) % 12))}-${two(1 + (number % 28))}`;
  const took = (participant: string, event: string, role: string) => ({ fact: 'PARTICIPATED_IN', participant, event, role, lines: 1 });
  return {
    source: { id: 'source:crowd', name: '名单', file: 'crowd.txt', sha256: '7'.repeat(64), lineCount: 1, filledLines: [1], language: 'zh' },
    entities: {
      [congress]: { name: '大会', lines: 1, date: '2029-01-01' },
      [busy]: { name: '众会', lines: 1 },
      ...Object.fromEntries(numbers.map((number) => [guest(number), { name: `来宾${number}`, lines: 1 }])),
      ...Object.fromEntries(numbers.map((number) => [talk(number), { name: `讲座${number}`, lines: 1, date: day(number) }])),
    },
    facts: [
      took(busy, congress, 'CHAIR'),
      ...numbers.flatMap((number) => [took(guest(number), congress, 'ATTENDEE'), took(busy, talk(number), 'SPEAKER')]),
    ],
  } as unknown as SourceFile;
}
const two = (number: number) => String(number).padStart(2, '0');

/** What each question reads of the store in a graph of that size. */
async function count(size: number): Promise<Hits> {
  const database = await seededGraph(await writeSourceFiles([crowd(size)]));
  // The planner goes by what it knows of the indexes, which Neo4j finds out in its own time.
  await database.schema('CALL db.prepareForReplanning(120)');
  const hits: Hits = {};
  for (const [name, [query, variables]] of Object.entries(questions)) {
    const { database: profiled, cost } = profiledReads(database);
    expect((await (await askSchema(profiled))(query, variables)).errors, name).toBeUndefined();
    hits[name] = cost.databaseHits;
  }
  await database.close();
  return hits;
}

beforeAll(async () => {
  small = await count(40);
  large = await count(400);
});

it.each(Object.keys(questions))('a page costs in a graph of ten times the size what it did: %s', (name) => {
  expect(large[name]).toBeLessThanOrEqual(Number(small[name]) * 1.1);
});
