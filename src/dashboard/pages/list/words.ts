import { speak } from '../../language/speak.ts';

export const say = speak({
  people: { zh: '人物', en: 'People' },
  organisations: { zh: '机构', en: 'Organisations' },
  eventSeries: { zh: '系列活动', en: 'Event series' },
  events: { zh: '活动', en: 'Events' },
  agreements: { zh: '协议', en: 'Agreements' },
  works: { zh: '作品', en: 'Works' },
  projects: { zh: '项目', en: 'Projects' },
  honours: { zh: '荣誉', en: 'Honours' },
  places: { zh: '地点', en: 'Places' },
  sources: { zh: '来源文献', en: 'Documents' },
  facts: { zh: '事实', en: 'Facts' },
  total: { zh: '共 {total} 条', en: '{total} in all' },
});
