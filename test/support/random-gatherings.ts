import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';

/** Who took part in what, small enough to be judged by looking at every fact. Everything is named by its place in its list. */
export interface Gathering {
  readonly events: readonly { under: number | null; edition: boolean; date: string | null; roster: 'COMPLETE' | 'PARTIAL' | null }[];
  readonly people: number;
  readonly organisations: number;
  readonly parts: readonly { who: number; event: number; role: string }[];
}

const dates = [null, '2024', '2024-05', '2024-05-10', '2024-05-10/2024-05-20', '2024-06-01'];

/** Random gatherings: events under events, editions of one series, parts with and without presence. */
export const gatherings: fc.Arbitrary<Gathering> = fc
  .record({
    events: fc.array(
      fc.record({
        under: fc.option(fc.nat(3)),
        edition: fc.boolean(),
        date: fc.constantFrom(...dates),
        roster: fc.constantFrom('COMPLETE' as const, 'PARTIAL' as const, null),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    people: fc.integer({ min: 2, max: 4 }),
    organisations: fc.nat(2),
    parts: fc.uniqueArray(fc.record({ who: fc.nat(5), event: fc.nat(3), role: fc.constantFrom('ATTENDEE', 'SPEAKER', 'AWARDEE') }), {
      minLength: 10,
      maxLength: 20,
      selector: ({ who, event, role }) => `${who} ${event} ${role}`,
    }),
  })
  .map(({ events, parts, ...rest }) => ({
    ...rest,
    // An event lies under an earlier one, so that none lies under itself.
    events: events.map((event, place) => ({ ...event, under: event.under !== null && event.under < place ? event.under : null })),
    parts: parts.filter(({ who, event }) => who < rest.people + rest.organisations && event < events.length),
  }));

/** The ids of one gathering's entities among many. */
export const idsOf = (graph: number, { people }: Gathering) => ({
  event: (place: number) => `event:g${graph}-e${place}`,
  series: `series:g${graph}`,
  participant: (place: number) => (place < people ? `person:g${graph}-p${place}` : `organisation:g${graph}-o${place}`),
});

/** Writes many gatherings into one source file. Shape: its path. */
export async function writeGatherings(all: readonly Gathering[]): Promise<string> {
  const source = {
    id: 'source:gatherings',
    name: '聚会记录',
    file: 'gatherings.txt',
    sha256: '0'.repeat(64),
    lineCount: 1,
    filledLines: [1],
    language: 'zh',
  };
  const entities = Object.fromEntries(all.flatMap(entitiesOf));
  const path = join(await mkdtemp(join(tmpdir(), 'gatherings-')), 'gatherings.yaml');
  await writeFile(path, JSON.stringify({ source, entities, facts: all.flatMap(factsOf) }));
  return path;
}

function entitiesOf(gathering: Gathering, graph: number): [string, object][] {
  const ids = idsOf(graph, gathering);
  const named = (id: string, more: object = {}): [string, object] => [id, { name: id.replace(':', ' '), lines: 1, ...more }];
  return [
    named(ids.series),
    ...gathering.events.map(({ date }, place) => named(ids.event(place), date ? { date } : {})),
    ...Array.from({ length: gathering.people + gathering.organisations }, (_, place) => named(ids.participant(place))),
  ];
}

function factsOf({ events, parts, ...rest }: Gathering, graph: number): object[] {
  const ids = idsOf(graph, { events, parts, ...rest });
  const about = events.flatMap(({ under, edition, roster }, place) => [
    under !== null && { fact: 'PART_OF', part: ids.event(place), whole: ids.event(under) },
    edition && { fact: 'EDITION_OF', event: ids.event(place), series: ids.series },
    roster && { fact: 'ListStatus', subject: ids.event(place), relation: 'ROSTER', completeness: roster },
  ]);
  const taken = parts.map(({ who, event, role }) => ({
    fact: 'PARTICIPATED_IN',
    participant: ids.participant(who),
    event: ids.event(event),
    role,
  }));
  return [...about.filter((fact) => fact !== false && fact !== null), ...taken].map((fact) => ({ ...fact, lines: 1 }));
}
