import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listShares } from '../../src/domain/meetings/list-shares.ts';
import { type Meeting, type Place, sizeOf } from '../../src/domain/meetings/meeting.ts';
import { rankCoParticipants } from '../../src/domain/meetings/rank-co-participants.ts';
import { weightOfRoles } from '../../src/domain/meetings/role-weights.ts';
import { selectEvents } from '../../src/domain/meetings/select-events.ts';
import { explainFormula, explainWeight, type Weighting, weigh } from '../../src/domain/meetings/weighting.ts';

const place = (participantId: string, weight = 1, own = true): Place => ({ participantId, nameKey: participantId, weight, own });
const meeting = (eventId: string, size: number, places: Place[], above: string[] = []): Meeting => ({
  eventId,
  size,
  above,
  counts: true,
  places,
});

describe('the weight of a shared event, by hand', () => {
  const [chair, guest] = [place('a', weightOfRoles(['ATTENDEE', 'CHAIR'])), place('b', weightOfRoles(['GUEST']))];
  const congress = { meeting: meeting('congress', sizeOf(2, 301), [chair, guest]), a: chair, b: guest };

  it.each<[Weighting, number, string]>([
    ['SIZE_AND_ROLE', 0.01, '3 × 1 ÷ (301 − 1)'],
    ['SIZE', 1 / 300, '1 ÷ (301 − 1)'],
    ['ROLE', 3, '3 × 1'],
    ['COUNT', 1, '1'],
  ])('by %s is %d', (weighting, weight, calculation) => {
    expect(weigh(congress, weighting)).toBeCloseTo(weight, 12);
    expect(explainWeight(congress, weighting)).toBe(calculation);
  });

  it('is that of the highest role: chair and signatory 3, speaker 2, witness 1.5, attendee 1', () => {
    expect(weightOfRoles(['ATTENDEE', 'WITNESS'])).toBe(1.5);
    expect(weightOfRoles(['SPEAKER', 'WITNESS'])).toBe(2);
    expect(weightOfRoles(['SIGNATORY'])).toBe(3);
  });

  it('takes at least two to have met, whoever is on record', () => {
    expect(sizeOf(0, null)).toBe(2);
    expect(sizeOf(14, 2)).toBe(14);
  });

  it('is explained in both languages, with each role and its weight', () => {
    expect(explainFormula('SIZE_AND_ROLE', 'EN')).toContain('role of a × role of b ÷ (size − 1)');
    expect(explainFormula('SIZE_AND_ROLE', 'EN')).toContain('1.5 witness');
    expect(explainFormula('ROLE', 'ZH')).toContain('3 主席、执行主席、签署人');
    expect(explainFormula('COUNT', 'EN')).toBe('weight = the sum over shared events of 1.');
  });
});

describe('a congress and its session', () => {
  const session = (...names: string[]) =>
    meeting(
      'session',
      5,
      names.map((name) => place(name, 2)),
      ['congress'],
    );
  const weightsOf = (...meetings: Meeting[]) =>
    rankCoParticipants(meetings, 'a', 'SIZE_AND_ROLE').map((row) => [row.participantId, row.weight, row.shares.length]);

  it('are one meeting of two whom only the session lists', () => {
    const congress = meeting('congress', 101, [place('a', 2, false), place('b', 2, false)]);
    expect(weightsOf(congress, session('a', 'b'))).toEqual([['b', 1, 1]]);
  });

  it('are two of those whom both list', () => {
    const congress = meeting('congress', 101, [place('a', 2), place('b', 2)]);
    expect(weightsOf(congress, session('a', 'b'))).toEqual([['b', 1.04, 2]]);
  });

  it('are one, the congress, of two who were at different sessions', () => {
    const congress = meeting('congress', 101, [place('a', 2, false), place('b', 2, false)]);
    expect(weightsOf(congress, session('a'), { ...session('b'), eventId: 'other' })).toEqual([['b', 0.04, 1]]);
  });
});

const person = fc.constantFrom('a', 'b', 'c', 'd');
const meetings: fc.Arbitrary<Meeting[]> = fc
  .array(
    fc.record({
      size: fc.integer({ min: 2, max: 2_000 }),
      counts: fc.boolean(),
      places: fc.uniqueArray(fc.record({ participantId: person, weight: fc.constantFrom(1, 1.5, 2, 3), own: fc.boolean() }), {
        selector: (one) => one.participantId,
      }),
    }),
    { maxLength: 5 },
  )
  .map((all) =>
    all.map(({ places, ...rest }, index) => ({
      ...rest,
      eventId: `e${index}`,
      above: index % 2 === 1 ? [`e${index - 1}`] : [],
      places: places.map((one) => ({ ...one, nameKey: one.participantId })),
    })),
  );

describe('the weight of any two', () => {
  it('is never negative, and the same from either side', () => {
    fc.assert(
      fc.property(
        meetings,
        person,
        person,
        fc.constantFrom<Weighting>('SIZE_AND_ROLE', 'SIZE', 'ROLE', 'COUNT'),
        (all, a, b, weighting) => {
          const from = (one: string, other: string) =>
            rankCoParticipants(all, one, weighting).find((row) => row.participantId === other)?.weight ?? 0;
          expect(from(a, b)).toBeGreaterThanOrEqual(0);
          expect(from(a, b)).toBe(from(b, a));
        },
      ),
    );
  });

  it('is the sum of its shares, each pair of all once', () => {
    fc.assert(
      fc.property(meetings, (all) => {
        const pairs = [...listShares(all)].map(({ meeting: { eventId }, a, b }) => `${eventId} ${a.participantId} ${b.participantId}`);
        expect(new Set(pairs).size).toBe(pairs.length);
        const ofA = [...listShares(all, new Set(['a']))];
        expect(ofA.length).toBe([...listShares(all)].filter(({ a, b }) => a.participantId === 'a' || b.participantId === 'a').length);
      }),
    );
  });
});

describe('the events that are read', () => {
  const known = (eventId: string, listed: number, above: string[] = [], asked = true) => ({
    eventId,
    asked,
    listed,
    entries: listed,
    above,
  });
  const narrowing = { argument: 'participantId', advice: 'Narrow them.' };

  it('are the newest so many, without the largest, and say how many were left out', () => {
    const { counted, skipped } = selectEvents([known('a', 3), known('hub', 1_001), known('b', 1_000), known('old', 2)], narrowing, 3);
    expect(counted.map((event) => event.eventId)).toEqual(['a', 'b']);
    expect(skipped).toBe(2);
  });

  it('bring their parts with them, also from outside the range', () => {
    const { counted, parts } = selectEvents([known('a', 3), known('part', 2, ['a'], false), known('other', 2, ['b'], false)], narrowing);
    expect([counted.length, parts.map((event) => event.eventId)]).toEqual([1, ['part']]);
  });

  it('are refused where they are too many to read, with what to narrow', () => {
    const many = Array.from({ length: 21 }, (_, index) => known(`e${index}`, 1_000));
    expect(() => selectEvents(many, narrowing)).toThrow('participantId: more than 20,000 places on rosters meet. Narrow them.');
  });
});
