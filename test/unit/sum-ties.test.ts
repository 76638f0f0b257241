import { expect, it } from 'vitest';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { checkPairs } from '../../src/domain/meetings/sum-ties.ts';

const narrowing = { argument: 'scope', advice: 'Narrow it.' };
const idOf = (number: number) => `person:${number}`;
const crowds = (events: number): Meeting[] =>
  Array.from({ length: events }, (_, event) => ({
    eventId: `event:${event}`,
    size: 1000,
    above: [],
    counts: true,
    places: Array.from({ length: 1000 }, (_, number) => ({ participantId: idOf(number), nameKey: idOf(number), own: true, weight: 1 })),
  }));
const firstOf = (count: number) => new Set(Array.from({ length: count }, (_, number) => idOf(number)));

it('refuses meetings of more than two million pairs', () => {
  expect(() => checkPairs(crowds(4), narrowing)).not.toThrow();
  expect(() => checkPairs(crowds(5), narrowing)).toThrow(/more than 2,000,000 pairs met\. Narrow it\./);
});

it('counts only the pairs with someone it is asked of, whom half of a crowd may be', () => {
  expect(() => checkPairs(crowds(5), narrowing, firstOf(1))).not.toThrow();
  expect(() => checkPairs(crowds(5), narrowing, firstOf(500))).not.toThrow();
  expect(() => checkPairs(crowds(6), narrowing, firstOf(500))).toThrow(/more than 2,000,000 pairs met/);
});
