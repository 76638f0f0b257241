import { speak } from '../../language/speak.ts';
import type { FactKind } from '../../operations/fragments.ts';

const say = speak({
  posts: { zh: '任职与所属', en: 'Posts and affiliations' },
  participations: { zh: '参加活动', en: 'Events' },
  agreements: { zh: '协议', en: 'Agreements' },
  memberships: { zh: '会员与授牌', en: 'Memberships and designations' },
  honours: { zh: '荣誉', en: 'Honours' },
  organising: { zh: '组织', en: 'Organising' },
  works: { zh: '作品与里程碑', en: 'Works and milestones' },
  remarks: { zh: '发言', en: 'Remarks' },
  figures: { zh: '数字', en: 'Figures' },
  places: { zh: '隶属、届次与地点', en: 'Part of, editions and places' },
  names: { zh: '名称与名单', en: 'Names and lists' },
});

/** Under which headings the facts of a page stand, and which kinds of fact stand under each. */
export const sections: readonly { readonly title: string; readonly kinds: readonly FactKind[] }[] = [
  { title: say('posts'), kinds: ['POSITION', 'AFFILIATION'] },
  { title: say('participations'), kinds: ['PARTICIPATION', 'ABSENCE'] },
  { title: say('agreements'), kinds: ['AGREEMENT'] },
  { title: say('memberships'), kinds: ['MEMBERSHIP', 'DESIGNATION'] },
  { title: say('honours'), kinds: ['CONFERMENT'] },
  { title: say('organising'), kinds: ['ORGANISING'] },
  { title: say('works'), kinds: ['CREDIT', 'MILESTONE'] },
  { title: say('remarks'), kinds: ['REMARK'] },
  { title: say('figures'), kinds: ['FIGURE'] },
  { title: say('places'), kinds: ['PART_OF', 'EDITION_OF', 'LOCATION'] },
  { title: say('names'), kinds: ['FORMER_NAME', 'LIST_STATUS'] },
];

/** The kinds of fact that the sections hold: all but what is said of the entity itself. */
export const sectionKinds: FactKind[] = sections.flatMap(({ kinds }) => [...kinds]);
