import { speak } from '../language/speak.ts';

const say = speak({
  NAME: { zh: '名称', en: 'name' },
  ALIAS: { zh: '别名', en: 'alias' },
  FORMER_NAME: { zh: '曾用名', en: 'former name' },
  PINYIN: { zh: '拼音', en: 'pinyin' },
  INITIALS: { zh: '首字母', en: 'initials' },
  TRADITIONAL: { zh: '繁体', en: 'traditional' },
  ENGLISH: { zh: '英文名', en: 'English' },
  FUZZY: { zh: '近似', en: 'similar' },
});

/** What of an entity a search met. */
export const sayMatch = (matchedOn: Parameters<typeof say>[0], text: string): string =>
  matchedOn === 'NAME' ? '' : `${say(matchedOn)}: ${text}`;
