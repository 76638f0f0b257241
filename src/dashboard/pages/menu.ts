import { speak } from '../language/speak.ts';

const say = speak({
  home: { zh: '首页', en: 'Home' },
  attended: { zh: '谁参加了', en: 'Who attended' },
  connections: { zh: '如何相连', en: 'Connections' },
  network: { zh: '关系网络', en: 'Networks' },
  partnerships: { zh: '合作关系', en: 'Partnerships' },
  timeline: { zh: '时间线', en: 'Timeline' },
  places: { zh: '地点', en: 'Places' },
  documents: { zh: '文献', en: 'Documents' },
});

/** The pages that the header leads to. */
export const menu = [
  { path: '/', label: say('home') },
  { path: '/attended', label: say('attended') },
  { path: '/connections', label: say('connections') },
  { path: '/network', label: say('network') },
  { path: '/partnerships', label: say('partnerships') },
  { path: '/timeline', label: say('timeline') },
  { path: '/places', label: say('places') },
  { path: '/list/sources', label: say('documents') },
];
