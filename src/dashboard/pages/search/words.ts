import { speak } from '../../language/speak.ts';

export const say = speak({
  title: { zh: '检索“{text}”', en: 'Search: “{text}”' },
  total: { zh: '共 {total} 条', en: '{total} found' },
  none: {
    zh: '图谱中没有找到。可以试试汉字、拼音、首字母、繁体、英文或简称。',
    en: 'Nothing in the graph matches. Try characters, pinyin, initials, English or a short name.',
  },
});
