import { countsOf, type Size } from './shape.ts';

/** Whom one event's roster names, event by event. Shape: `people` in the order of the events; those of event `e` from `starts[e]` to `starts[e + 1]`. */
export interface Rosters {
  readonly people: Uint32Array;
  readonly starts: Uint32Array;
}

const exponent = 0.8;

/** Draws who took part in what: people by Zipf's law, events evenly; who is drawn twice for one event is there once. */
export function drawParticipations(size: Size, random: () => number): Rosters {
  const { people, events, participations } = countsOf(size);
  const pairs = { person: new Uint32Array(participations + people), event: new Uint32Array(participations + people) };
  const unit = participations / sumOfWeights(people);
  let count = 0;
  for (let person = 0; person < people; person += 1) {
    // Rounded up or down by chance, so that the sum holds.
    const degree = Math.floor(unit * (person + 1) ** -exponent + random());
    for (const event of drawEvents(degree, events, random)) {
      pairs.person[count] = person;
      pairs.event[count] = event;
      count += 1;
    }
  }
  return byEvent(pairs, count, events);
}

function sumOfWeights(people: number): number {
  let sum = 0;
  for (let rank = 1; rank <= people; rank += 1) sum += rank ** -exponent;
  return sum;
}

function drawEvents(degree: number, events: number, random: () => number): Set<number> {
  const drawn = new Set<number>();
  for (let draw = 0; draw < degree; draw += 1) drawn.add(Math.floor(random() * events));
  return drawn;
}

/** A counting sort: four million pairs fit where as many objects would not. */
function byEvent(pairs: { person: Uint32Array; event: Uint32Array }, count: number, events: number): Rosters {
  const starts = new Uint32Array(events + 1);
  const at = (array: Uint32Array, index: number): number => array[index] ?? 0;
  for (let pair = 0; pair < count; pair += 1) starts[at(pairs.event, pair) + 1] = at(starts, at(pairs.event, pair) + 1) + 1;
  for (let event = 0; event < events; event += 1) starts[event + 1] = at(starts, event + 1) + at(starts, event);
  const next = starts.slice();
  const people = new Uint32Array(count);
  for (let pair = 0; pair < count; pair += 1) {
    const event = at(pairs.event, pair);
    people[at(next, event)] = at(pairs.person, pair);
    next[event] = at(next, event) + 1;
  }
  return { people, starts };
}
