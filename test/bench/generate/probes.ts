import { idOf, probeDegrees } from './shape.ts';
import type { Row, Volume } from './volume.ts';

const companions = 30;

/** The document that names the probes: the same at every size, so that what it costs to ask about them must be the same as well. */
export const probes: Volume = { name: 'report-of-the-probes', published: '2030-04-01', rows };

function* rows(): Generator<Row> {
  yield { id: idOf.probePlace, name: '禚城', kind: 'CITY' };
  for (const degree of probeDegrees) yield* entitiesOf(degree);
  yield { id: idOf.probeLink, name: '禚城联谊会', date: '2028-01-01', kind: 'SEMINAR' };
  for (const degree of probeDegrees) yield* factsOf(degree);
  // What joins two neighbourhoods: four facts from a companion of the one to the probe of the other.
  yield { fact: 'PARTICIPATED_IN', participant: idOf.companion(2, 0), event: idOf.probeLink, role: 'GUEST' };
  yield { fact: 'PARTICIPATED_IN', participant: idOf.companion(20, 0), event: idOf.probeLink, role: 'GUEST' };
}

function* entitiesOf(degree: number): Generator<Row> {
  yield { id: idOf.probe(degree), name: `禚测${degree}`, kind: 'EXPERT' };
  for (let number = 0; number < companions; number += 1) yield { id: idOf.companion(degree, number), name: `禚伴${degree}之${number + 1}` };
  for (let number = 0; number < degree; number += 1)
    yield { id: idOf.probeEvent(degree, number), name: `禚城${degree}第${number + 1}次讲座`, date: dayOf(number), kind: 'SEMINAR' };
}

function* factsOf(degree: number): Generator<Row> {
  for (let number = 0; number < degree; number += 1) {
    const event = idOf.probeEvent(degree, number);
    yield { fact: 'HELD_AT', located: event, location: idOf.probePlace };
    yield { fact: 'PARTICIPATED_IN', participant: idOf.probe(degree), event, role: 'SPEAKER', printedOrder: 1, capacity: '主任委员' };
    for (const seat of [0, 1, 2])
      yield {
        fact: 'PARTICIPATED_IN',
        participant: idOf.companion(degree, (number * 3 + seat) % companions),
        event,
        role: 'ATTENDEE',
        printedOrder: seat + 2,
      };
  }
}

const dayOf = (number: number): string => new Date(Date.UTC(2020, 0, 1 + number * 7)).toISOString().slice(0, 10);
