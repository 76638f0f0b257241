import { describe, expect, it } from 'vitest';
import { nameKeys } from '../../src/domain/names/name-keys.ts';
import { explainMatch } from '../../src/domain/search/explain-match.ts';
import { escapeLucene, namesQuery } from '../../src/domain/search/lucene.ts';
import { readPhrase } from '../../src/domain/search/search-phrase.ts';

const known = (name: string, nameEn: string | null, aliases: string[] = [], person = false) => ({
  name,
  nameEn,
  aliases,
  formerNames: [],
  ...nameKeys(name, aliases, { person }),
});
const fan = known('樊代明', 'Fan Daiming', [], true);
const caca = known('中国抗癌协会', 'China Anti-Cancer Association', ['CACA']);
const met = (phrase: string, names: typeof fan) => explainMatch(readPhrase(phrase), names)?.matchedOn;

describe('what a search met', () => {
  it.each([
    ['樊代明', fan, 'NAME'],
    ['樊代明院士', fan, 'NAME'],
    ['樊', fan, 'NAME'],
    ['fandaiming', fan, 'PINYIN'],
    ['Daiming Fan', fan, 'PINYIN'],
    ['fán dàimíng', fan, 'PINYIN'],
    ['fdm', fan, 'INITIALS'],
    ['Fan Daiming', fan, 'ENGLISH'],
    ['樊代民', fan, 'FUZZY'],
    ['CACA', caca, 'ALIAS'],
    ['中國抗癌協會', caca, 'TRADITIONAL'],
    ['抗癌協會', caca, 'TRADITIONAL'],
    ['cancer association', caca, 'ENGLISH'],
    ['肿瘤', caca, undefined],
  ])('%s is told', (phrase, names, kind) => {
    expect(met(phrase, names)).toBe(kind);
  });
});

describe('a Lucene query', () => {
  it('quotes Han runs, opens single characters and escapes every sign', () => {
    expect(namesQuery('抗癌协会')).toBe('"抗癌协会"');
    expect(namesQuery('樊')).toBe('樊*');
    expect(namesQuery('CACA指南')).toBe('(caca^2 OR caca*) AND "指南"');
    expect(escapeLucene('a"b* AND (c) ~1')).toBe(String.raw`a\"b\* and \(c\) \~1`);
  });

  it.each(['*', '~', '"', 'AND', '\\', '()', '/x/', '+-&&||!'])('of %s alone breaks nothing', (phrase) => {
    expect(() => namesQuery(phrase)).not.toThrow();
  });
});
