/** A printed label in both languages. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** The kinds of named entities, with the label a node bears and the word its ids begin with. */
export const entityKinds = {
  PERSON: { label: 'Person', prefix: 'person', zh: '人物', en: 'person' },
  ORGANISATION: { label: 'Organisation', prefix: 'organisation', zh: '机构', en: 'organisation' },
  EVENT_SERIES: { label: 'EventSeries', prefix: 'series', zh: '系列活动', en: 'event series' },
  EVENT: { label: 'Event', prefix: 'event', zh: '活动', en: 'event' },
  AGREEMENT: { label: 'Agreement', prefix: 'agreement', zh: '协议', en: 'agreement' },
  HONOUR: { label: 'Honour', prefix: 'honour', zh: '荣誉', en: 'honour' },
  WORK: { label: 'Work', prefix: 'work', zh: '作品', en: 'work' },
  PROJECT: { label: 'Project', prefix: 'project', zh: '项目', en: 'project' },
  PLACE: { label: 'Place', prefix: 'place', zh: '地点', en: 'place' },
  SOURCE: { label: 'Source', prefix: 'source', zh: '来源文献', en: 'source' },
} as const;
export type EntityKind = keyof typeof entityKinds;
export type EntityLabel = (typeof entityKinds)[EntityKind]['label'];

export const personKinds = {
  EXPERT: { zh: '专家', en: 'expert' },
  OFFICIAL: { zh: '官员', en: 'official' },
  MEDIA_WORKER: { zh: '媒体工作者', en: 'media worker' },
} as const satisfies Record<string, Label>;

export const organisationKinds = {
  HOSPITAL: { zh: '医院', en: 'hospital' },
  ASSOCIATION: { zh: '协会', en: 'association' },
  COMMITTEE: { zh: '委员会', en: 'committee' },
  BRANCH: { zh: '分会', en: 'branch' },
  DEPARTMENT: { zh: '部门', en: 'department' },
  RESEARCH_CENTRE: { zh: '研究或质控中心', en: 'research or quality-control centre' },
  UNIVERSITY: { zh: '大学', en: 'university' },
  ACADEMY: { zh: '科学院、工程院', en: 'academy' },
  GOVERNMENT_BODY: { zh: '政府机构', en: 'government body' },
  FOUNDATION: { zh: '基金会', en: 'foundation' },
  PUBLIC_INSTITUTION: { zh: '事业单位', en: 'public institution' },
  MEDIA_OUTLET: { zh: '媒体', en: 'media outlet' },
  NEWSPAPER: { zh: '报纸', en: 'newspaper' },
  MAGAZINE: { zh: '杂志', en: 'magazine' },
  ONLINE_PLATFORM: { zh: '网络平台', en: 'online platform' },
  FILM_STUDIO: { zh: '电影制片厂', en: 'film studio' },
  COMPANY: { zh: '公司', en: 'company' },
} as const satisfies Record<string, Label>;

export const eventSeriesKinds = {
  CONGRESS: { zh: '大会', en: 'congress' },
  GUIDELINE_TOUR: { zh: '指南巡讲', en: 'guideline tour' },
  WALK: { zh: '健步走', en: 'walk' },
  CAMPAIGN: { zh: '行动', en: 'campaign' },
} as const satisfies Record<string, Label>;

export const eventKinds = {
  CONGRESS: { zh: '大会', en: 'congress' },
  SCIENCE_POPULARISATION_CONGRESS: { zh: '科普大会', en: 'science-popularisation congress' },
  OPENING_CEREMONY: { zh: '开幕式', en: 'opening ceremony' },
  CAMPAIGN: { zh: '行动', en: 'campaign' },
  RELAY: { zh: '接力', en: 'relay' },
  TRAINING_CAMP: { zh: '训练营', en: 'training camp' },
  WALK: { zh: '健步走', en: 'walk' },
  BOOK_LAUNCH: { zh: '图书发布', en: 'book launch' },
  FILM_LAUNCH: { zh: '电影开机', en: 'film launch' },
  PROJECT_LAUNCH: { zh: '项目启动', en: 'project launch' },
  SIGNING_CEREMONY: { zh: '签约', en: 'signing ceremony' },
  AWARD_CEREMONY: { zh: '表彰', en: 'award ceremony' },
  PLAQUE_CEREMONY: { zh: '授牌', en: 'plaque ceremony' },
  PARALLEL_SESSION: { zh: '分会场', en: 'parallel session' },
  SEMINAR: { zh: '研讨会', en: 'seminar' },
  TALK: { zh: '演讲', en: 'talk' },
  FREE_CLINIC: { zh: '义诊', en: 'free clinic' },
  TOUR_STOP: { zh: '巡讲站', en: 'tour stop' },
} as const satisfies Record<string, Label>;

export const agreementKinds = {
  STRATEGIC_COOPERATION: { zh: '战略合作协议', en: 'strategic cooperation agreement' },
  COLUMN_CO_BUILDING: { zh: '共建专栏协议', en: 'column co-building agreement' },
  OTHER: { zh: '协议', en: 'agreement' },
} as const satisfies Record<string, Label>;

export const honourKinds = {
  AWARD: { zh: '表彰称号', en: 'award' },
  HONORARY_TITLE: { zh: '荣誉称号', en: 'honorary title' },
} as const satisfies Record<string, Label>;

export const workKinds = {
  BOOK: { zh: '图书', en: 'book' },
  BOOK_SERIES: { zh: '丛书', en: 'book series' },
  FILM: { zh: '电影', en: 'film' },
  COLUMN: { zh: '专栏', en: 'column' },
  PROGRAMME: { zh: '节目、访谈', en: 'programme' },
  GUIDELINE: { zh: '指南', en: 'guideline' },
  ARTICLE: { zh: '文章', en: 'article' },
} as const satisfies Record<string, Label>;

export const projectKinds = {
  PUBLIC_WELFARE_PROJECT: { zh: '公益项目', en: 'public-welfare project' },
  SPECIAL_ACTION: { zh: '专项行动', en: 'special action' },
} as const satisfies Record<string, Label>;

export const placeKinds = {
  PROVINCE: { zh: '省级', en: 'province' },
  CITY: { zh: '城市', en: 'city' },
  VENUE: { zh: '场馆', en: 'venue' },
} as const satisfies Record<string, Label>;

export const sourceKinds = {
  DOCUMENT: { zh: '文献', en: 'document' },
} as const satisfies Record<string, Label>;

/** The kinds an entity of each sort can be of. */
export const kindsOf: Record<EntityKind, Record<string, Label>> = {
  PERSON: personKinds,
  ORGANISATION: organisationKinds,
  EVENT_SERIES: eventSeriesKinds,
  EVENT: eventKinds,
  AGREEMENT: agreementKinds,
  HONOUR: honourKinds,
  WORK: workKinds,
  PROJECT: projectKinds,
  PLACE: placeKinds,
  SOURCE: sourceKinds,
};

/** Where a work, project or series stands. */
export const statuses = {
  PLANNED: { zh: '计划中', en: 'planned' },
  WRITING_STARTED: { zh: '已启动编写', en: 'writing started' },
  SHOOTING_STARTED: { zh: '已开机', en: 'shooting started' },
  LAUNCHED: { zh: '已启动', en: 'launched' },
  RELEASED: { zh: '已发布', en: 'released' },
  ONGOING: { zh: '进行中', en: 'ongoing' },
  ENDED: { zh: '已结束', en: 'ended' },
} as const satisfies Record<string, Label>;

/**
 * The parts a participant can have at an event. `present` says whether the role implies that the participant was there;
 * the order is that of rosters, highest first.
 */
export const eventRoles = {
  CHAIR: { zh: '主席', en: 'chair', present: true },
  EXECUTIVE_CHAIR: { zh: '执行主席', en: 'executive chair', present: true },
  MODERATOR: { zh: '主持人', en: 'moderator', present: true },
  TEAM_LEADER: { zh: '带队', en: 'team leader', present: true },
  SPEAKER: { zh: '讲者', en: 'speaker', present: true },
  CLINIC_EXPERT: { zh: '义诊专家', en: 'clinic expert', present: true },
  PRESENTER: { zh: '授予人', en: 'presenter', present: true },
  RECIPIENT: { zh: '接受人', en: 'recipient', present: true },
  SIGNATORY: { zh: '签署人', en: 'signatory', present: true },
  WITNESS: { zh: '见证人', en: 'witness', present: true },
  GUEST: { zh: '嘉宾', en: 'guest', present: true },
  ATTENDEE: { zh: '出席者', en: 'attendee', present: true },
  AWARDEE: { zh: '受表彰者', en: 'awardee', present: false },
  ELECTED: { zh: '当选者', en: 'elected', present: false },
  REPRESENTED: { zh: '由人代表', en: 'represented', present: false },
  QUOTED: { zh: '被引述者', en: 'quoted', present: false },
  COVERED: { zh: '报道方', en: 'covered it', present: false },
} as const satisfies Record<string, Label & { present: boolean }>;
export type EventRole = keyof typeof eventRoles;

export const positionStatuses = {
  CURRENT: { zh: '现任', en: 'current' },
  FORMER: { zh: '曾任', en: 'former' },
} as const satisfies Record<string, Label>;

export const membershipKinds = {
  GROUP_MEMBER: { zh: '团体会员单位', en: 'group member' },
  UNIT_MEMBER: { zh: '单位会员', en: 'unit member' },
  INDIVIDUAL_MEMBER: { zh: '个人会员', en: 'individual member' },
} as const satisfies Record<string, Label>;

export const organisingRoles = {
  HOST: { zh: '主办', en: 'host' },
  ORGANISER: { zh: '承办', en: 'organiser' },
  CO_ORGANISER: { zh: '协办', en: 'co-organiser' },
  GUIDE: { zh: '指导', en: 'guiding body' },
  INITIATOR: { zh: '发起', en: 'initiator' },
  SUPPORTER: { zh: '支持', en: 'supporter' },
} as const satisfies Record<string, Label>;

export const creditRoles = {
  EDITOR_IN_CHIEF: { zh: '主编', en: 'editor-in-chief' },
  EDITOR: { zh: '编者', en: 'editor' },
  AUTHOR: { zh: '作者', en: 'author' },
  REPORTER: { zh: '记者', en: 'reporter' },
  CORRESPONDENT: { zh: '通讯员', en: 'correspondent' },
  MEDICAL_ADVISER: { zh: '医学总顾问', en: 'chief medical adviser' },
  ART_ADVISER: { zh: '艺术总顾问', en: 'chief art adviser' },
  ADVISER: { zh: '顾问', en: 'adviser' },
  PRODUCER: { zh: '出品', en: 'producer' },
  GUIDE: { zh: '指导单位', en: 'guiding body' },
  PUBLISHER: { zh: '发布', en: 'publisher' },
  OWNER: { zh: '所有', en: 'owner' },
  MAKER: { zh: '制定', en: 'maker' },
} as const satisfies Record<string, Label>;

export const metrics = {
  ATTENDANCE: { zh: '参加人数', en: 'attendance' },
  VIEWS: { zh: '观看', en: 'views' },
  PARTICIPATING_ORGANISATIONS: { zh: '参与机构', en: 'participating organisations' },
  HEALTH_WORKERS: { zh: '投入医务工作者', en: 'health workers taking part' },
  ACTIVITIES: { zh: '活动场次', en: 'activities held' },
  BOOKS_GIVEN: { zh: '赠送图书', en: 'books given' },
  MEDIA: { zh: '媒体数', en: 'media' },
  BENEFICIARIES: { zh: '受益人数', en: 'beneficiaries' },
  RECIPIENTS: { zh: '受表彰数', en: 'recipients' },
  STORIES: { zh: '故事数', en: 'stories' },
  EXPERTS: { zh: '参与专家', en: 'experts taking part' },
  PROVINCES: { zh: '省份', en: 'provinces' },
  OTHER: { zh: '数量', en: 'number' },
} as const satisfies Record<string, Label>;

export const comparators = {
  EQUAL: { zh: '', en: '' },
  AT_LEAST: { zh: '至少', en: 'at least ' },
  MORE_THAN: { zh: '超过', en: 'more than ' },
  ABOUT: { zh: '约', en: 'about ' },
} as const satisfies Record<string, Label>;

export const modes = {
  ON_SITE: { zh: '现场', en: 'on site' },
  ONLINE: { zh: '线上', en: 'online' },
} as const satisfies Record<string, Label>;

export const remarkKinds = {
  STATED: { zh: '表示', en: 'stated' },
  EXPECTS: { zh: '期望', en: 'expects' },
  PLEDGES: { zh: '承诺', en: 'pledges' },
} as const satisfies Record<string, Label>;

export const partOfBases = {
  STATED: { zh: '文中写明', en: 'stated' },
  READ_FROM_NAME: { zh: '由名称得知', en: 'read from the name' },
} as const satisfies Record<string, Label>;

export const listRelations = {
  ROSTER: { zh: '参加名单', en: 'roster' },
  AWARDEES: { zh: '受表彰名单', en: 'awardees' },
  PARTIES: { zh: '签约方名单', en: 'parties' },
  BOOKS: { zh: '图书名单', en: 'books' },
  SESSIONS: { zh: '分会场名单', en: 'sessions' },
  SPEAKERS: { zh: '讲者名单', en: 'speakers' },
  EXPERTS: { zh: '专家名单', en: 'experts' },
  COLUMNS: { zh: '栏目名单', en: 'columns' },
  EDITIONS: { zh: '届次', en: 'editions' },
  TALKS: { zh: '演讲名单', en: 'talks' },
  ACTIVITIES: { zh: '活动名单', en: 'activities' },
  RIGHTS: { zh: '权益名单', en: 'rights' },
} as const satisfies Record<string, Label>;

export const completenesses = {
  COMPLETE: { zh: '完整', en: 'complete' },
  PARTIAL: { zh: '不完整', en: 'partial' },
  UNKNOWN: { zh: '不详', en: 'unknown' },
} as const satisfies Record<string, Label>;
export type Completeness = keyof typeof completenesses;

export const certainties = {
  EXPLICIT: { zh: '明确', en: 'explicit' },
  IMPLIED: { zh: '推知', en: 'implied' },
  AMBIGUOUS: { zh: '有歧义', en: 'ambiguous' },
} as const satisfies Record<string, Label>;
export type Certainty = keyof typeof certainties;

export const stances = {
  SUPPORTS: { zh: '支持', en: 'supports' },
  DISPUTES: { zh: '质疑', en: 'disputes' },
} as const satisfies Record<string, Label>;
export type Stance = keyof typeof stances;

export const nameStatuses = {
  OFFICIAL: { zh: '官方', en: 'official' },
  COMMON: { zh: '通用', en: 'common' },
  TRANSLATED: { zh: '意译', en: 'translated' },
  ROMANISED: { zh: '音译', en: 'romanised' },
  UNVERIFIED: { zh: '未核实', en: 'unverified' },
} as const satisfies Record<string, Label>;
export type NameStatus = keyof typeof nameStatuses;

/** What a Statement can say of an entity itself. `single` ones contradict each other when two values live. */
export const statementProperties = {
  NAME: { zh: '名称', en: 'name', single: false },
  ALIAS: { zh: '别名', en: 'alias', single: false },
  HONORIFIC: { zh: '称谓', en: 'honorific', single: false },
  KIND: { zh: '类别', en: 'kind', single: true },
  DATE: { zh: '日期', en: 'date', single: true },
  THEME: { zh: '主题', en: 'theme', single: false },
  STATUS: { zh: '状态', en: 'status', single: true },
  START_YEAR: { zh: '始于', en: 'start year', single: true },
  AIM: { zh: '宗旨', en: 'aim', single: false },
} as const satisfies Record<string, Label & { single: boolean }>;
export type StatementProperty = keyof typeof statementProperties;
