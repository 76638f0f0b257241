import { describe, expect, it } from 'vitest';
import { type FactType, factTypes } from '../../src/domain/facts.ts';
import { composeStatement } from '../../src/domain/statements/compose-statement.ts';
import { composePosts, composeSummary } from '../../src/domain/statements/compose-summary.ts';
import { listAttributes, listSaid } from '../../src/domain/statements/list-attributes.ts';

const person = { id: 'person:fan-daiming', name: '樊代明', nameEn: 'Fan Daiming' };
const caca = { id: 'organisation:caca', name: '中国抗癌协会', nameEn: 'CACA' };
const end = (part: string, entity: typeof person, carried = {}) => ({ part, entity, carried });
const fact = (factType: FactType, properties: Record<string, unknown>, ...ends: ReturnType<typeof end>[]) => ({
  factType,
  properties,
  ends,
});

describe('a statement', () => {
  it('says a post in both languages, a title with a fixed English form in English', () => {
    const post = fact('Position', { title: '理事长', asOf: '2024-11-14' }, end('holder', person), end('organisation', caca));
    expect(composeStatement(post, 'ZH')).toBe('樊代明任中国抗癌协会理事长（截至2024-11-14）。');
    expect(composeStatement(post, 'EN')).toBe('Fan Daiming holds the post President at CACA (as of 2024-11-14).');
  });

  it('says that a post was held before', () => {
    const post = fact('Position', { title: '局长', status: 'FORMER' }, end('holder', person), end('organisation', caca));
    expect(composeStatement(post, 'ZH')).toBe('樊代明曾任中国抗癌协会局长。');
  });

  it('leaves an unnamed conferrer out', () => {
    const honour = { id: 'honour:star', name: '人道服务之星', nameEn: 'Star' };
    expect(composeStatement(fact('Conferment', {}, end('honour', honour), end('honoured', person)), 'ZH')).toBe('樊代明获“人道服务之星”。');
  });

  it('says a figure with its comparator and unit, and one without a number as not stated', () => {
    const views = fact(
      'Figure',
      { metric: 'VIEWS', comparator: 'MORE_THAN', value: 36720000, unit: '人次', mode: 'ONLINE' },
      end('subject', caca),
    );
    expect(composeStatement(views, 'ZH')).toBe('中国抗癌协会的观看为超过36,720,000人次（线上）。');
    expect(composeStatement(views, 'EN')).toBe('CACA – views: more than 36,720,000 person-times (online).');
    expect(composeStatement(fact('Figure', { metric: 'ATTENDANCE', unit: '人' }, end('subject', caca)), 'EN')).toBe(
      'CACA – attendance: not stated.',
    );
  });

  it.each(factTypes)('is one closed sentence for %s, even where everything optional is missing', (type) => {
    const bare = fact(type, {});
    for (const language of ['ZH', 'EN'] as const) expect(composeStatement(bare, language)).toMatch(/^[^\n]+[。.]$/u);
    expect(composeStatement(bare, 'EN')).not.toMatch(/undefined|null/);
  });
});

describe('attributes', () => {
  it('hold codes and texts, one row for each item of a list, and nothing that is not said', () => {
    const membership = fact('Membership', { kind: 'GROUP_MEMBER', rights: ['参会', '投稿'], since: null }, end('member', caca));
    expect(listAttributes(membership)).toEqual([
      { name: 'kind', value: 'GROUP_MEMBER' },
      { name: 'rights', value: '参会' },
      { name: 'rights', value: '投稿' },
    ]);
  });

  it('name what an end carries and what a source says of one', () => {
    const agreement = fact('Agreement', { kind: 'OTHER' }, end('signatories', person, { capacity: '理事长' }));
    expect(listAttributes(agreement)).toContainEqual({ name: 'signatories.person:fan-daiming.capacity', value: '理事长' });
    expect(listSaid({ signatories: [{ entity: 'person:fan-daiming', capacity: '理事长' }] })).toHaveLength(2);
  });
});

describe('a summary', () => {
  it('names a person by the posts, an event by kind and date', () => {
    expect(composePosts([{ title: '局长', status: 'FORMER', name: '电影局' }], 'ZH')).toBe('原电影局局长');
    const event = { id: 'event:x', kind: 'CONGRESS', dateStart: '2024-11-14', dateEnd: '2024-11-16' };
    expect(composeSummary(event, 'ZH')).toBe('大会，2024-11-14至2024-11-16');
    expect(composeSummary({ id: 'place:x' }, 'EN')).toBeNull();
  });
});
