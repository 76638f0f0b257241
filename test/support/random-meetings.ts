import fc from 'fast-check';
import type { Database } from '../../src/database/connect.ts';
import { projectRosters } from '../../src/recording/project-rosters.ts';

/** A small graph of events, some parts of others, and who took part in them by which role. Names are indexes. */
export interface MeetingGraph {
  readonly people: number;
  readonly events: readonly {
    readonly wholes: readonly number[];
    readonly date: readonly [string, string | null] | null;
    readonly headcount: number | null;
  }[];
  readonly parts: readonly { readonly person: number; readonly event: number; readonly role: string }[];
}

/** The roles that occur in random graphs; the last does not imply presence. */
export const oracleRoles = ['ATTENDEE', 'SPEAKER', 'CHAIR', 'WITNESS', 'COVERED'] as const;
const day = fc.integer({ min: 1, max: 9 }).map((number) => `2031-02-0${number}`);
const date = fc.oneof(
  day.map((start): [string, string] => [start, start]),
  fc.tuple(day, day).map(([a, b]): [string, string] => (a < b ? [a, b] : [b, a])),
  fc.constantFrom<[string, null]>(['2031-02', null], ['2031-03', null]),
);
const event = (index: number) =>
  fc.record({
    wholes: index === 0 ? fc.constant<number[]>([]) : fc.uniqueArray(fc.nat(index - 1), { maxLength: 2 }),
    date: fc.option(date),
    headcount: fc.option(fc.integer({ min: 1, max: 300 })),
  });

/** Random graphs of at most six people at six events. */
export const meetingGraph: fc.Arbitrary<MeetingGraph> = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([people, events]) =>
    fc.record({
      people: fc.constant(people),
      events: fc.tuple(...Array.from({ length: events }, (_, index) => event(index))),
      parts: fc.uniqueArray(
        fc.record({ person: fc.nat(people - 1), event: fc.nat(events - 1), role: fc.constantFrom<string>(...oracleRoles) }),
        { maxLength: 16, selector: (part) => JSON.stringify(part) },
      ),
    }),
  );

/** The id of a person or an event of the graph with a number. */
export const idIn = (graph: number, kind: 'person' | 'event', index: number): string => `${kind}:g${graph}-${index}`;

/** Writes graphs beside each other, with the rosters that the recording keeps. */
export async function loadMeetings(database: Database, graphs: readonly MeetingGraph[], firstNumber = 0): Promise<void> {
  const numbered = graphs.map((graph, index) => ({ ...graph, number: firstNumber + index }));
  const people = numbered.flatMap(({ number, people: count }) =>
    Array.from({ length: count }, (_, index) => ({ id: idIn(number, 'person', index) })),
  );
  const events = numbered.flatMap(({ number, events: all }) =>
    all.map(({ date: when, headcount }, index) => ({
      id: idIn(number, 'event', index),
      headcount,
      dateStart: when?.[0] ?? null,
      dateEnd: when?.[1] ?? null,
      dateKey: when?.[0] ?? '~',
    })),
  );
  const wholes = numbered.flatMap(({ number, events: all }) =>
    all.flatMap((one, index) => one.wholes.map((whole) => ({ part: idIn(number, 'event', index), whole: idIn(number, 'event', whole) }))),
  );
  const parts = numbered.flatMap(({ number, parts: all }) =>
    all.map(({ person, event: at, role }) => ({
      participantId: idIn(number, 'person', person),
      eventId: idIn(number, 'event', at),
      role,
      factId: `fact:g${number}-${person}-${at}-${role}`,
    })),
  );
  await database.write(
    async (tx) => {
      await tx.run('UNWIND $people AS row CREATE (p:Entity:Person {id: row.id, name: row.id, nameKey: row.id})', { people });
      await tx.run('UNWIND $events AS row CREATE (e:Entity:Event {name: row.id}) SET e += row', { events });
      await tx.run('UNWIND $wholes AS row MATCH (a:Event {id: row.part}), (b:Event {id: row.whole}) CREATE (a)-[:PART_OF]->(b)', {
        wholes,
      });
      await tx.run(
        `UNWIND $parts AS row MATCH (p:Person {id: row.participantId}), (e:Event {id: row.eventId})
       CREATE (p)-[:PARTICIPATED_IN {factId: row.factId, role: row.role, certainty: 'EXPLICIT'}]->(e)`,
        { parts },
      );
      await projectRosters(tx, parts);
    },
    // A busy machine may take its time over a hundred graphs.
    { timeoutMs: 120_000 },
  );
}
