import { speak } from '../language/speak.ts';

export const say = speak({
  noChart: { zh: '图未能载入；表格内容相同。', en: 'The chart could not be loaded; the table says the same.' },
  undated: { zh: '另有 {count} 条未注明日期，未计入。', en: '{count} more without a date are not counted.' },
  coarse: { zh: '另有 {count} 条只知年份，按年计数时计入。', en: '{count} more are known by year only; they count by year.' },
  countOf: { zh: '{label} {count}', en: '{label} {count}' },
  lineOf: { zh: '{name}：{list}', en: '{name}: {list}' },
  comma: { zh: '，', en: ', ' },
  semicolon: { zh: '；', en: '; ' },
  opens: {
    zh: '点一条柱或一个数字，查看所计事实的依据（最多打开 100 条）。',
    en: 'A bar or a number opens the evidence of the facts that it counts (100 at most).',
  },
});
