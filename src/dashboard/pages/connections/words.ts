import { speak } from '../../language/speak.ts';

export const say = speak({
  title: { zh: '两者如何相连', en: 'How two are connected' },
  lead: {
    zh: '选择两位人物、机构或活动，看他们经由哪些事实相连。同一条路径上的日期未必前后相接。',
    en: 'Choose two people, organisations or events, and see by which facts they are connected. The dates along a path need not follow one another.',
  },
  from: { zh: '起点', en: 'From' },
  to: { zh: '终点', en: 'To' },
  choose: {
    zh: '请先选择起点和终点：输入汉字、拼音、首字母或英文。',
    en: 'Choose both ends first: type characters, pinyin, initials or English.',
  },
  limit: { zh: '路径数', en: 'Paths' },
  swap: { zh: '对调', en: 'Swap' },
  path: { zh: '路径 {number}：{length} 条事实，最弱一环{certainty}', en: 'Path {number}: {length} facts, weakest link {certainty}' },
  none: { zh: '在 6 条事实之内没有记录把两者相连。', en: 'Nothing recorded connects the two within 6 facts.' },
});
