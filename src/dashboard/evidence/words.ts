import { speak } from '../language/speak.ts';

export const say = speak({
  title: { zh: '依据', en: 'Evidence' },
  close: { zh: '关闭', en: 'Close' },
  none: { zh: '图谱中没有这条事实。', en: 'The graph holds no such fact.' },
  disputes: { zh: '质疑', en: 'disputes it' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  noPassage: { zh: '未附文献副本，此处无原文。', en: 'No copy of the document is attached here, so its words cannot be shown.' },
  certainty: { zh: '确定性', en: 'Certainty' },
  date: { zh: '日期', en: 'Date' },
  inferred: { zh: '（推断）', en: ' (inferred)' },
  more: { zh: '再显示 {count} 条事实', en: 'Show {count} more facts' },
});
