import { speak } from '../../language/speak.ts';

export const say = speak({
  lines: { zh: '逐行', en: 'Line by line' },
  lead: {
    zh: '每一非空行或支持下列事实，或注明未采用的原因。',
    en: 'Every line that is not empty supports the facts beside it, or says why nothing was taken from it.',
  },
  noCopy: {
    zh: '服务未附此文献的副本（或副本与登记的 SHA-256 不符），因此不显示原文。',
    en: 'The service has no copy of this document (or one whose SHA-256 differs), so its words are not shown.',
  },
  file: { zh: '文件', en: 'File' },
  outlet: { zh: '发布', en: 'Published by' },
  authors: { zh: '作者', en: 'Authors' },
  date: { zh: '日期', en: 'Date' },
  count: { zh: '行数', en: 'Lines' },
  countOf: { zh: '{lines} 行，其中非空 {filled} 行', en: '{lines}, of which {filled} are not empty' },
  sha256: { zh: 'SHA-256', en: 'SHA-256' },
  leftOut: { zh: '未采用：{why}', en: 'Left out: {why}' },
  uncovered: { zh: '⚠ 未覆盖：没有事实，也没有说明', en: '⚠ Not covered: neither a fact nor a reason' },
  statements: { zh: '名称、类别等陈述 {count} 条', en: '{count} statements of names, kinds and the like' },
});
