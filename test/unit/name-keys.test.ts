import { describe, expect, test } from 'vitest';
import { nameKeys } from '../../src/domain/names/name-keys.ts';
import { matchKey, normaliseName, stripHonorifics } from '../../src/domain/names/normalise-name.ts';

describe('nameKeys', () => {
  test('a person is found in both orders, by pinyin and by initials', () => {
    const keys = nameKeys('樊代明', [], { person: true });
    expect(keys).toEqual({
      nameKey: 'fan dai ming|樊代明',
      pinyin: ['fandaiming', 'daimingfan'],
      initials: ['fdm', 'dmf'],
      traditional: [],
    });
  });

  test('a surname has its own reading, and 吕 its several spellings', () => {
    expect(nameKeys('单霁翔', [], { person: true }).nameKey).toBe('shan ji xiang|单霁翔');
    expect(nameKeys('吕建', [], { person: true }).pinyin).toEqual(expect.arrayContaining(['lvjian', 'lyujian', 'lujian', 'lüjian']));
  });

  test('a reading given by a curator comes first and the usual one stays', () => {
    const keys = nameKeys('朴浩哲', [], { person: true, readings: ['pu hao zhe'] });
    expect(keys.nameKey).toBe('pu hao zhe|朴浩哲');
    expect(keys.pinyin).toEqual(expect.arrayContaining(['puhaozhe', 'piaohaozhe']));
  });

  test('an organisation that begins like a family is none', () => {
    expect(nameKeys('解放军总医院', [], { person: false }).pinyin).toEqual(['jiefangjunzongyiyuan']);
    expect(nameKeys('重庆', [], { person: false }).initials).toEqual(['cq']);
  });

  test('Latin runs stay whole, aliases count, traditional forms are kept for search', () => {
    const keys = nameKeys('中国抗癌协会', ['CACA'], { person: false });
    expect(keys.pinyin).toEqual(['zhongguokangaixiehui', 'caca']);
    expect(keys.initials).toEqual(['zgkaxh', 'caca']);
    expect(keys.traditional).toEqual(['中國抗癌協會']);
  });
});

describe('printed names', () => {
  test('are folded to one form', () => {
    expect(normaliseName('樊 代 明')).toBe('樊代明');
    expect(normaliseName('２０２４CCHI0')).toBe('2024CCHIO');
    expect(matchKey('大专家·COM')).toBe(matchKey('大专家.com'));
  });

  test('lose the titles behind them, never the name itself', () => {
    expect(stripHonorifics('樊代明院士教授')).toBe('樊代明');
    expect(stripHonorifics('李主任')).toBe('李主任');
  });
});
