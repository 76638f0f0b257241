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
  choose: { zh: '请先选择一个条目。', en: 'Choose an entry first.' },
  none: { zh: '没有记录这段时间的事实。', en: 'No fact of this time is recorded.' },
  undated: { zh: '未注明日期', en: 'Undated' },
  total: { zh: '共 {total} 条', en: '{total} in all' },
});
