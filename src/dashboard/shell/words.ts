import { speak } from '../language/speak.ts';

export const say = speak({
  home: { zh: '首页', en: 'Home' },
  search: { zh: '检索', en: 'Search' },
  placeholder: { zh: '姓名、机构、活动：汉字、拼音、首字母', en: 'Name, organisation, event; pinyin or initials' },
  none: { zh: '没有找到', en: 'Nothing found' },
  menu: { zh: '菜单', en: 'Menu' },
});
