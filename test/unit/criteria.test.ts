import { describe, expect, it } from 'vitest';
import { chooseAnchor } from '../../src/domain/choose-anchor.ts';
import { type GivenLists, readCriteria } from '../../src/domain/criteria.ts';

const congress = { eventId: 'event:congress' };
const tour = { seriesId: 'series:tour' };

describe('criteria', () => {
  it('have the defaults filled in and name the argument they rest on', () => {
    expect(
      readCriteria({ allOf: [congress], noneOf: [{ ...tour, roles: ['SPEAKER'], includeSubEvents: false, dates: 'CERTAIN' }] }),
    ).toEqual([
      {
        list: 'ALL_OF',
        index: 0,
        argument: 'allOf[0].eventId',
        targetId: 'event:congress',
        roles: null,
        includeSubEvents: true,
        from: null,
        to: null,
        certainOnly: false,
      },
      {
        list: 'NONE_OF',
        index: 0,
        argument: 'noneOf[0].seriesId',
        targetId: 'series:tour',
        roles: ['SPEAKER'],
        includeSubEvents: false,
        from: null,
        to: null,
        certainOnly: true,
      },
    ]);
  });

  it.each<[string, GivenLists, string]>([
    ['nothing', {}, 'allOf'],
    ['absence alone', { allOf: [], noneOf: [congress] }, 'allOf'],
    ['neither event nor series', { anyOf: [congress, {}] }, 'anyOf[1]'],
    ['an event and a series', { allOf: [{ ...congress, ...tour }] }, 'allOf[0]'],
    ['no role', { allOf: [{ ...congress, roles: [] }] }, 'allOf[0].roles'],
    ['a range that ends before it starts', { allOf: [{ ...congress, from: '2025-01-02', to: '2025-01-01' }] }, 'allOf[0].to'],
    ['more than twenty', { allOf: Array(12).fill(congress), anyOf: Array(9).fill(tour) }, 'allOf'],
    [
      'the same to be met and not',
      { allOf: [tour, { ...congress, roles: ['CHAIR', 'SPEAKER'] }], noneOf: [{ ...congress, roles: ['SPEAKER', 'CHAIR'] }] },
      'noneOf',
    ],
    ['all alternatives not to be met', { anyOf: [tour, congress], noneOf: [congress, tour] }, 'noneOf'],
  ])('are refused for %s, naming %3$s', (_what, lists, argument) => {
    expect(() => readCriteria(lists)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', details: { argument } }));
  });

  it('may exclude one alternative of several, or the same event in another role or certainty', () => {
    expect(readCriteria({ anyOf: [tour, congress], noneOf: [congress] })).toHaveLength(3);
    expect(readCriteria({ allOf: [congress], noneOf: [{ ...congress, roles: ['CHAIR'] }] })).toHaveLength(2);
    const year = { ...tour, from: '2025-01-01' };
    expect(readCriteria({ allOf: [year], noneOf: [{ ...year, dates: 'CERTAIN' }] })).toHaveLength(2);
  });
});

describe('the anchor', () => {
  const sized = (list: 'ALL_OF' | 'ANY_OF' | 'NONE_OF', size: number) => ({ list, size });

  it('is the smallest that must be met, all alternatives counting as one', () => {
    const [large, small, one, two, none] = [
      sized('ALL_OF', 9),
      sized('ALL_OF', 5),
      sized('ANY_OF', 2),
      sized('ANY_OF', 4),
      sized('NONE_OF', 0),
    ];
    expect(chooseAnchor([large, small, one, two, none])).toEqual({ criteria: [small], size: 5 });
    expect(chooseAnchor([large, one, two, none])).toEqual({ criteria: [one, two], size: 6 });
  });
});
