import { randomFrom } from '../../support/sample.ts';
import { drawParticipations, type Rosters } from './draw-participations.ts';
import { makeName } from './make-name.ts';
import { countsOf, idOf, type Size } from './shape.ts';
import type { Row, Volume } from './volume.ts';

const peoplePerVolume = 5000;
const eventsPerVolume = 500;

/** The documents that name a crowd and what it took part in: registers of places, organisations and people first, then reports of events. */
export function* crowd(size: Size): Generator<Volume> {
  const { people, events } = countsOf(size);
  yield { name: 'register-of-places', published: '2030-01-01', rows: () => places(size) };
  for (let from = 0; from < people; from += peoplePerVolume)
    yield {
      name: `register-of-people-${from / peoplePerVolume}`,
      published: '2030-01-02',
      rows: () => peopleOf(size, from, Math.min(people, from + peoplePerVolume)),
    };
  const rosters = drawParticipations(size, randomFrom(size.seed * 1000 + 1));
  for (let from = 0; from < events; from += eventsPerVolume)
    yield {
      name: `reports-of-events-${from / eventsPerVolume}`,
      published: '2030-02-01',
      rows: () => eventsOf(size, rosters, from, Math.min(events, from + eventsPerVolume)),
    };
  yield { name: 'report-of-the-hub', published: '2030-03-01', rows: () => hub(size) };
}

function* places(size: Size): Generator<Row> {
  const { cities, organisations } = countsOf(size);
  for (let city = 0; city < cities; city += 1) yield { id: idOf.city(city), name: `虚构市${city + 1}`, kind: 'CITY' };
  for (let number = 0; number < organisations; number += 1)
    yield {
      id: idOf.organisation(number),
      name: number % 10 === 0 ? `虚构学会${number + 1}` : `虚构第${number + 1}医院`,
      kind: number % 10 === 0 ? 'ASSOCIATION' : 'HOSPITAL',
    };
  for (let number = 0; number < organisations; number += 1)
    yield { fact: 'LOCATED_IN', located: idOf.organisation(number), location: idOf.city(number % cities) };
}

function* peopleOf(size: Size, from: number, to: number): Generator<Row> {
  const random = randomFrom(size.seed * 1_000_003 + from);
  const { organisations } = countsOf(size);
  for (let person = from; person < to; person += 1)
    yield { id: idOf.person(person), name: makeName(random), ...(person % 5 === 0 && { kind: 'EXPERT' }) };
  for (let person = from; person < to; person += 5)
    yield {
      fact: 'AFFILIATED_WITH',
      person: idOf.person(person),
      organisation: idOf.organisation(person % organisations),
      title: '主任医师',
    };
}

function* eventsOf(size: Size, { people, starts }: Rosters, from: number, to: number): Generator<Row> {
  const random = randomFrom(size.seed * 2_000_003 + from);
  const { cities, organisations } = countsOf(size);
  for (let event = from; event < to; event += 1)
    yield { id: idOf.event(event), name: `第${event + 1}次交流会`, ...dateOf(random), ...kindOf(event) };
  for (let event = from; event < to; event += 1) {
    yield { fact: 'HELD_AT', located: idOf.event(event), location: idOf.city(Math.floor(random() * cities)) };
    if (event % 5 === 0)
      yield { fact: 'ORGANISED_BY', subject: idOf.event(event), organiser: idOf.organisation(event % organisations), role: 'HOST' };
    const roster = people.subarray(starts[event], starts[event + 1]);
    for (const [place, person] of roster.entries()) yield participation(idOf.person(person), idOf.event(event), place + 1, random);
  }
}

function* hub(size: Size): Generator<Row> {
  const random = randomFrom(size.seed * 3_000_017);
  const { hubGuests } = countsOf(size);
  yield { id: idOf.hub, name: '万人大会', date: '2029-09-09', kind: 'CONGRESS' };
  for (let guest = 0; guest < hubGuests; guest += 1)
    yield participation(idOf.person(Math.floor((guest * size.people) / hubGuests)), idOf.hub, guest + 1, random);
}

function participation(participant: string, event: string, printedOrder: number, random: () => number): Row {
  const lot = random();
  const role = lot < 0.02 ? 'MODERATOR' : lot < 0.12 ? 'SPEAKER' : lot < 0.17 ? 'AWARDEE' : 'ATTENDEE';
  return {
    fact: 'PARTICIPATED_IN',
    participant,
    event,
    role,
    printedOrder,
    ...(role === 'SPEAKER' && { capacity: '主任委员' }),
    ...(random() < 0.01 && { certainty: 'IMPLIED' }),
  };
}

const kindOf = (event: number) => (event % 5 === 0 ? { kind: 'SEMINAR' } : {});

/** A day of twenty years; of a hundred events one is known by year or month only, or not at all. */
function dateOf(random: () => number): { date?: string } {
  const day = new Date(Date.UTC(2010, 0, 1 + Math.floor(random() * 7300))).toISOString().slice(0, 10);
  if (random() >= 0.01) return { date: day };
  const known = [0, 4, 7][Math.floor(random() * 3)] ?? 0;
  return known === 0 ? {} : { date: day.slice(0, known) };
}
