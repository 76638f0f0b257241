import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { askSchema } from '../support/ask-schema.ts';
import { sharedEvents } from '../support/meeting-oracle.ts';
import { idIn, loadMeetings, meetingGraph } from '../support/random-meetings.ts';
import { meetingFilter } from '../support/random-questions.ts';
import { emptyGraph } from '../support/seeded-graph.ts';

let database: Database;
beforeAll(async () => {
  database = await emptyGraph();
});
afterAll(() => database.close());

const RUNS = Number(process.env.ORACLE_RUNS ?? 100);
const LOAD = 100;
const SEED = 20310401;

const question = `query($ids: [ID!]!, $roles: [EventRole!], $from: Day, $to: Day, $dates: DateMatch) {
  sharedEvents(participantIds: $ids, roles: $roles, from: $from, to: $to, dates: $dates, first: 100) { totalCount edges { node { event { id } } } } }`;

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
type Answer = any;

it(
  `the events that two or three share in ${RUNS} random graphs are those of the plain oracle`,
  async () => {
    const ask = await askSchema(database);
    const cases = fc.sample(fc.tuple(meetingGraph, meetingFilter, fc.nat()), { numRuns: RUNS, seed: SEED });
    for (let start = 0; start < RUNS; start += LOAD)
      await loadMeetings(
        database,
        cases.slice(start, start + LOAD).map(([graph]) => graph),
        start,
      );
    for (const [number, [graph, { includeSubEvents: _, weighting, ...criteria }, chosen]] of cases.entries()) {
      const people = [...new Set([0, 1, 2].slice(0, 2 + (chosen % 2)).map((index) => (chosen + index) % graph.people))];
      const filter = { ...criteria, weighting, includeSubEvents: true };
      const { data, errors } = await ask(question, { ids: people.map((person) => idIn(number, 'person', person)), ...criteria });
      const said = JSON.stringify({ number, people, filter, graph });
      expect(errors, said).toBeUndefined();
      const { totalCount, edges } = (data as Answer).sharedEvents;
      const expected = sharedEvents(graph, filter, people).map((event) => idIn(number, 'event', event));
      expect(edges.map((edge: Answer) => edge.node.event.id).sort(), said).toEqual(expected.sort());
      expect(totalCount, said).toBe(expected.length);
    }
  },
  60_000 + RUNS * 3_000,
);
