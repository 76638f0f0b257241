import { describe, expect, it } from 'vitest';
import { type FactType, factTypes } from '../../src/domain/facts.ts';
import { hopTypes, hopTypesOf } from '../../src/domain/paths/hop-types.ts';
import { narratePath } from '../../src/domain/paths/narrate-path.ts';
import { rankPaths, weakestOf } from '../../src/domain/paths/rank-paths.ts';
import type { Certainty } from '../../src/domain/vocabulary.ts';

const fan = { id: 'person:fan-daiming', name: '樊代明', nameEn: 'Fan Daiming' };
const caca = { id: 'organisation:caca', name: '中国抗癌协会', nameEn: 'CACA' };
const hospital = { id: 'organisation:hospital', name: '营口市中心医院', nameEn: null };
const piao = { id: 'person:piao-haozhe', name: '朴浩哲', nameEn: 'Piao Haozhe' };

type Entity = typeof fan | typeof hospital;
const fact = (
  factType: FactType,
  properties: Record<string, unknown>,
  ends: Record<string, Entity>,
  certainty: Certainty = 'EXPLICIT',
) => ({
  factType,
  properties,
  ends: Object.entries(ends).map(([part, entity]) => ({ part, entity, carried: {} })),
  certainty,
  disputed: false,
});

describe('hops', () => {
  it('are all relationship facts that can join people, organisations, events, works and projects', () => {
    expect(factTypes.filter((type) => !hopTypes.includes(type))).toEqual([
      'Statement',
      'Position',
      'Membership',
      'Designation',
      'Agreement',
      'Conferment',
      'Figure',
      'Remark',
      'FormerName',
      'ListStatus',
      'EDITION_OF',
    ]);
  });

  it('are told by the kind of fact; a kind of fact nodes has none but TIE', () => {
    expect(hopTypesOf(['PARTICIPATION', 'LOCATION', 'POSITION'])).toEqual(['PARTICIPATED_IN', 'HELD_AT', 'LOCATED_IN', 'SEATED_AT']);
  });
});

describe('a path in words', () => {
  const president = fact('Position', { title: '理事长' }, { holder: fan, organisation: caca });
  const membership = fact(
    'Membership',
    { kind: 'GROUP_MEMBER' },
    { member: hospital, body: caca, handedOverBy: piao, receivedBy: fan },
    'IMPLIED',
  );

  it('names who stands on it, then says each fact, marked where it is not explicit', () => {
    const steps = [
      { from: fan, fact: president, to: caca },
      { from: caca, fact: membership, to: hospital },
    ];
    expect(narratePath(steps, 'ZH')).toBe(
      '樊代明 → 中国抗癌协会 → 营口市中心医院：1. 樊代明任中国抗癌协会理事长。 2. 营口市中心医院是中国抗癌协会的团体会员单位。（推知）',
    );
    expect(narratePath(steps, 'EN')).toBe(
      'Fan Daiming → CACA → 营口市中心医院: 1. Fan Daiming holds the post President at CACA. 2. 营口市中心医院 is a group member of CACA. (implied)',
    );
  });

  it('says what part a neighbour plays that the statement does not name, and that a fact is disputed', () => {
    const steps = [{ from: piao, fact: { ...membership, certainty: 'EXPLICIT' as const, disputed: true }, to: hospital }];
    expect(narratePath(steps, 'ZH')).toMatch(/。（移交人：朴浩哲；有争议）$/);
    expect(narratePath(steps, 'EN')).toMatch(/\. \(handed over by Piao Haozhe; disputed\)$/);
  });
});

describe('paths', () => {
  const path = (certainty: Certainty, ...ids: string[]) => ({
    certainty,
    steps: ids.slice(1).map((id, index) => ({ from: { id: ids[index] ?? '' }, to: { id } })),
  });

  it('are as certain as their weakest link', () => {
    expect(weakestOf(['EXPLICIT', 'AMBIGUOUS', 'IMPLIED'])).toBe('AMBIGUOUS');
    expect(weakestOf(['EXPLICIT', 'EXPLICIT'])).toBe('EXPLICIT');
  });

  it('stand by length, then weakest link, then ids', () => {
    const [long, weak, later, first] = [
      path('EXPLICIT', 'a', 'b', 'c', 'z'),
      path('IMPLIED', 'a', 'b', 'z'),
      path('EXPLICIT', 'a', 'd', 'z'),
      path('EXPLICIT', 'a', 'c', 'z'),
    ];
    expect(rankPaths([long, weak, later, first])).toEqual([first, later, weak, long]);
  });
});
