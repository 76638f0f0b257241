import { speak } from '../../language/speak.ts';

export const say = speak({
  title: { zh: '时间线', en: 'Timeline' },
  lead: {
    zh: '选择一个或几个条目，按时间看关于它们的事实。',
    en: 'Choose one or more entries, and see the facts about them in the order of time.',
  },
  add: { zh: '添加人物、机构、活动……', en: 'Add a person, organisation, event …' },
  from: { zh: '不早于', en: 'Not before' },
  to: { zh: '不晚于', en: 'Not after' },
  kinds: { zh: '全部事实类别', en: 'All kinds of fact' },
  kindsLabel: { zh: '事实类别', en: 'Kinds of fact' },
  choose: {
    zh: '未选择条目时，显示全部活动。',
    en: 'While no entry is chosen, all events are shown.',
  },
  events: { zh: '活动', en: 'Events' },
  facts: { zh: '事实', en: 'Facts' },
  overTime: { zh: '{what}：按时间计数', en: '{what} over time' },
  unit: { zh: '计数单位', en: 'Counted by' },
  month: { zh: '按月', en: 'by month' },
  year: { zh: '按年', en: 'by year' },
  when: { zh: '时间', en: 'When' },
  leftOut: { zh: '另有 {count} 条未取，未计入。', en: '{count} more were not fetched and are not counted.' },
  noDates: { zh: '没有注明日期的记录', en: 'Nothing with a date is recorded' },
  none: { zh: '没有记录这段时间的事实。', en: 'No fact of this time is recorded.' },
  undated: { zh: '未注明日期', en: 'Undated' },
  total: { zh: '共 {total} 条', en: '{total} in all' },
});
