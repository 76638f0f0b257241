import fc from 'fast-check';
import { expect, it } from 'vitest';
import { askSchema } from '../support/ask-schema.ts';
import { type OracleFilter, sharedWeights } from '../support/meeting-oracle.ts';
import { idIn, loadMeetings, type MeetingGraph, meetingGraph } from '../support/random-meetings.ts';
import { meetingFilter } from '../support/random-questions.ts';
import { emptyGraph } from '../support/seeded-graph.ts';

const RUNS = Number(process.env.ORACLE_RUNS ?? 100);
const LOAD = 100;
const SEED = 20310201;

const question = `query($id: ID!, $roles: [EventRole!], $includeSubEvents: Boolean, $from: Day, $to: Day, $dates: DateMatch, $weighting: Weighting) {
  coParticipants(participantId: $id, roles: $roles, includeSubEvents: $includeSubEvents, from: $from, to: $to, dates: $dates, weighting: $weighting, first: 100) {
    totalCount edges { node { participant { id } weight sharedEvents shares(first: 100) { weight event { id } } } } } }`;

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
type Answer = any;

/** What the plain oracle says: each co-participant with the weight of each shared event. */
function expected(graph: MeetingGraph, number: number, filter: OracleFilter, person: number): Record<string, Record<string, number>> {
  const others = [...Array(graph.people).keys()].filter((other) => other !== person);
  const shared = others.map((other) => {
    const events = [...sharedWeights(graph, filter, person, other)].map(([event, weight]) => [
      idIn(number, 'event', event),
      rounded(weight),
    ]);
    return [idIn(number, 'person', other), Object.fromEntries(events)] as const;
  });
  return Object.fromEntries(shared.filter(([, events]) => Object.keys(events).length > 0));
}
const rounded = (weight: number): number => Number(weight.toFixed(9));
const shares = (node: Answer) => Object.fromEntries(node.shares.map((share: Answer) => [share.event.id, rounded(share.weight)]));

it(
  `the co-participants of ${RUNS} random graphs are those of the plain oracle`,
  async () => {
    const database = await emptyGraph();
    try {
      const ask = await askSchema(database);
      const cases = fc.sample(fc.tuple(meetingGraph, meetingFilter, fc.nat()), { numRuns: RUNS, seed: SEED });
      for (let start = 0; start < RUNS; start += LOAD)
        await loadMeetings(
          database,
          cases.slice(start, start + LOAD).map(([graph]) => graph),
          start,
        );
      for (const [number, [graph, filter, chosen]] of cases.entries()) {
        const person = chosen % graph.people;
        const { data, errors } = await ask(question, { id: idIn(number, 'person', person), ...filter });
        const said = JSON.stringify({ number, person, filter, graph });
        expect(errors, said).toBeUndefined();
        const nodes: Answer[] = (data as Answer).coParticipants.edges.map((edge: Answer) => edge.node);
        expect(Object.fromEntries(nodes.map((node) => [node.participant.id, shares(node)])), said).toEqual(
          expected(graph, number, filter, person),
        );
        for (const [index, node] of nodes.entries()) {
          const next = nodes[index + 1];
          if (next)
            expect(node.weight > next.weight || (node.weight === next.weight && node.participant.id < next.participant.id), said).toBe(
              true,
            );
          expect(node.sharedEvents).toBe(node.shares.length);
          expect(node.weight).toBeCloseTo(
            node.shares.reduce((sum: number, share: Answer) => sum + share.weight, 0),
            9,
          );
        }
      }
    } finally {
      await database.close();
    }
  },
  60_000 + RUNS * 3_000,
);
