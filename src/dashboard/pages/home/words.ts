import { speak } from '../../language/speak.ts';

export const say = speak({
  lead: {
    zh: '中国肿瘤学界的专家、医院、协会与合作媒体，以及他们出席、主持、签约、受表彰的活动。每条事实都可打开出处；没有写明的，就说“没有记录”。',
    en: 'Experts, hospitals, associations and partner media of Chinese oncology, and the events they attended, chaired, signed at or were honoured at. Every fact opens the lines that say it; what is not said is called “not recorded”.',
  },
  figures: { zh: '图谱中有什么', en: 'What is recorded' },
  events: { zh: '最近的活动', en: 'Latest events' },
  allEvents: { zh: '全部活动', en: 'All events' },
  overTime: { zh: '按年月计数', en: 'Events over time' },
  sources: { zh: '读自哪些文献', en: 'Read from these documents' },
  lines: { zh: '{count}行', en: '{count} lines' },
});
