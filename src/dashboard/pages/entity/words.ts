import { speak } from '../../language/speak.ts';

export const say = speak({
  unknown: { zh: '图谱中没有这个条目', en: 'The graph holds no such entry' },
  sayings: { zh: '名称、类别等陈述', en: 'Statements of name, kind and the like' },
  showSayings: { zh: '显示', en: 'Show' },
  kind: { zh: '类别', en: 'Kind' },
  date: { zh: '日期', en: 'Date' },
  inferred: { zh: '（推断）', en: ' (inferred)' },
  places: { zh: '地点', en: 'Place' },
  organisers: { zh: '组织方', en: 'Organisers' },
  themes: { zh: '主题', en: 'Themes' },
  series: { zh: '所属系列', en: 'Series' },
  partOf: { zh: '上级活动', en: 'Part of' },
  parts: { zh: '下级活动', en: 'Parts' },
  acquaintances: { zh: '共同参加活动者', en: 'Met at events' },
  noAcquaintances: { zh: '没有记录与他人共同参加的活动', en: 'No event shared with others is recorded' },
  how: { zh: '如何相连', en: 'how connected' },
  shared: { zh: '共同活动 {count} 场，权重 {weight}', en: '{count} shared, weight {weight}' },
  facts: { zh: '{count} 条事实', en: '{count} facts' },
  skipped: { zh: '未计入过大或过早的活动 {count} 场。', en: '{count} events too large or too old are left out.' },
  none: { zh: '没有其他记录', en: 'Nothing else is recorded' },
});
