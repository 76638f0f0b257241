import type { Label } from './vocabulary.ts';

/** What to count in; all given parts hold together. */
export interface OverviewScope {
  readonly organisationId?: string | null;
  readonly eventId?: string | null;
  readonly seriesId?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
}
export type ScopePart = keyof OverviewScope;

/** The parts of a scope that name an entity, and the kind of each. */
export const scopeEntities = { organisationId: 'ORGANISATION', eventId: 'EVENT', seriesId: 'EVENT_SERIES' } as const;
export type ScopeEntity = keyof typeof scopeEntities;

export const figureLabels = {
  PEOPLE: { zh: '人物', en: 'people' },
  ORGANISATIONS: { zh: '机构', en: 'organisations' },
  PEOPLE_PRESENT: { zh: '到场人数', en: 'people present' },
  ORGANISATIONS_PRESENT: { zh: '到场机构', en: 'organisations present' },
  EVENT_SERIES: { zh: '系列活动', en: 'event series' },
  EVENTS: { zh: '活动', en: 'events' },
  AGREEMENTS: { zh: '协议', en: 'agreements' },
  PARTNERS: { zh: '合作方', en: 'partners' },
  WORKS: { zh: '作品', en: 'works' },
  PROJECTS: { zh: '项目', en: 'projects' },
  HONOURS: { zh: '荣誉', en: 'honours' },
  PLACES: { zh: '地点', en: 'places' },
  SOURCES: { zh: '来源文献', en: 'sources' },
  FACTS: { zh: '事实', en: 'facts' },
} as const satisfies Record<string, Label>;
export type FigureKey = keyof typeof figureLabels;

/** The parts of a scope that are given, and nothing else. */
export const givenParts = (scope: OverviewScope): Partial<Record<ScopePart, string>> =>
  Object.fromEntries(Object.entries(scope).filter(([, value]) => typeof value === 'string'));
