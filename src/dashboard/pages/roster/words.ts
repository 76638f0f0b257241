import { speak } from '../../language/speak.ts';

/** The columns of a roster, which paper shows in both languages. */
export const headings = {
  name: { zh: '姓名', en: 'Name' },
  role: { zh: '角色', en: 'Role' },
  capacity: { zh: '当时身份', en: 'Capacity then' },
  onBehalfOf: { zh: '代表', en: 'On behalf of' },
  evidence: { zh: '依据', en: 'Evidence' },
};

export const say = speak({
  ...headings,
  title: { zh: '{event}：参加名单', en: '{event}: attendee list' },
  kind: { zh: '参加名单', en: 'Attendee list' },
  otherName: { zh: '英文名', en: 'Chinese name' },
  event: { zh: '活动', en: 'Event' },
  certainty: { zh: '确定性', en: 'Certainty' },
  participantId: { zh: '参与者编号', en: 'Participant id' },
  factId: { zh: '事实编号', en: 'Fact id' },
  allRoles: { zh: '全部到场角色', en: 'All roles of presence' },
  allKinds: { zh: '人物与机构', en: 'People and organisations' },
  filterRole: { zh: '按角色筛选', en: 'Filter by role' },
  filterKind: { zh: '按类别筛选', en: 'Filter by kind' },
  order: { zh: '排序', en: 'Order' },
  ROLE_THEN_NAME: { zh: '先角色后拼音', en: 'By role, then pinyin' },
  NAME: { zh: '按拼音', en: 'By pinyin' },
  PRINTED: { zh: '按原文顺序', en: 'As printed' },
  find: { zh: '在整个名单中查找', en: 'Find in the whole list' },
  print: { zh: '打印', en: 'Print' },
  recorded: { zh: '已记录到场 {count} 方。', en: '{count} recorded as present.' },
  COMPLETE: { zh: '文献称此名单完整。', en: 'The documents call this list complete.' },
  PARTIAL: {
    zh: '文献说明此名单不完整：不在名单上不等于没有参加。',
    en: 'The documents say that this list is not complete: not being on it does not mean having been absent.',
  },
  UNKNOWN: {
    zh: '文献未说明名单是否完整：不在名单上不等于没有参加。',
    en: 'The documents do not say whether this list is complete: not being on it does not mean having been absent.',
  },
  looking: {
    zh: '已查找 {loaded} / {total} 条，找到 {found} 条，仍在查找…',
    en: '{loaded} of {total} entries searched, {found} found so far…',
  },
  lookedThrough: { zh: '查遍全部 {total} 条，找到 {found} 条。', en: 'All {total} entries searched, {found} found.' },
  span: {
    zh: '显示第 {from}–{to} 条，共 {total} 条；排序与筛选针对整个名单。',
    en: 'Entries {from}–{to} of {total}; order and filters are those of the whole list.',
  },
  reaching: { zh: '已读取 {loaded} / {total} 条…', en: '{loaded} of {total} entries read…' },
  printedFrom: { zh: '出处：{sources}。{date}打印自肿瘤知识图谱', en: 'From: {sources}. Printed {date} from the Oncology Knowledge Graph' },
  semicolon: { zh: '；', en: '; ' },
  shown: { zh: '显示 {shown} 条，共 {total} 条', en: '{shown} of {total} shown' },
  whole: { zh: '查看、筛选、导出完整名单', en: 'See, filter and export the whole list' },
  none: { zh: '没有符合条件的记录', en: 'Nobody recorded meets this' },
});
