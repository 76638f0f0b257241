import { speak } from '../language/speak.ts';

const say = speak({
  home: { zh: '首页', en: 'Home' },
  documents: { zh: '文献', en: 'Documents' },
});

/** The pages that the header leads to. */
export const menu = [
  { path: '/', label: say('home') },
  { path: '/list/sources', label: say('documents') },
];
