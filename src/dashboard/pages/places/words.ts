import { speak } from '../../language/speak.ts';

export const say = speak({
  title: { zh: '地点', en: 'Places' },
  lead: {
    zh: '活动在哪些省份举办。点一格，只看该省。',
    en: 'In which provinces events were held. Choose a tile to see that province only.',
  },
  caption: { zh: '示意网格图，非地图', en: 'A schematic grid, not a map' },
  tile: { zh: '{name}：{count} 场活动', en: '{name}: {count} events' },
  all: { zh: '全部地点', en: 'All places' },
  in: { zh: '{name}的地点', en: 'Places in {name}' },
  noCode: { zh: '未注明省份', en: 'province not stated' },
  none: { zh: '没有记录在此举办的活动', en: 'No event is recorded here' },
  more: { zh: '共 {count} 场', en: '{count} in all' },
});
