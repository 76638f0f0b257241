import type { EntityLabel } from './vocabulary.ts';
import * as words from './vocabulary.ts';

/** The kinds of facts a client can ask for; several relationship types can share one. */
export const factKinds = {
  STATEMENT: { zh: '陈述', en: 'statement' },
  PARTICIPATION: { zh: '参与', en: 'participation' },
  ABSENCE: { zh: '缺席', en: 'absence' },
  POSITION: { zh: '任职', en: 'position' },
  AFFILIATION: { zh: '所属单位', en: 'affiliation' },
  MEMBERSHIP: { zh: '会员关系', en: 'membership' },
  DESIGNATION: { zh: '授牌', en: 'designation' },
  AGREEMENT: { zh: '协议', en: 'agreement' },
  CONFERMENT: { zh: '授予荣誉', en: 'conferment' },
  PART_OF: { zh: '隶属', en: 'part of' },
  EDITION_OF: { zh: '届次', en: 'edition of' },
  LOCATION: { zh: '地点', en: 'location' },
  ORGANISING: { zh: '组织', en: 'organising' },
  CREDIT: { zh: '署名', en: 'credit' },
  MILESTONE: { zh: '里程碑', en: 'milestone' },
  FIGURE: { zh: '数字', en: 'figure' },
  REMARK: { zh: '发言', en: 'remark' },
  FORMER_NAME: { zh: '曾用名', en: 'former name' },
  LIST_STATUS: { zh: '名单完整性', en: 'list status' },
} as const;
export type FactKind = keyof typeof factKinds;

/** How a property's value is written: text, a number, `2024-11`, a date with its printed text, an entity's id, or a word of a vocabulary. */
export type PropertyShape =
  | { readonly of: 'text' | 'number' | 'flag' | 'partialDate' | 'dateBlock' | 'entity'; readonly list?: boolean }
  | { readonly of: 'code'; readonly codes: Record<string, words.Label>; readonly list?: boolean };

/** One end of a fact: the entity it ties, by which relationship, and whether it may be several or none. */
export interface EndSpec {
  /** For a relationship fact `from` or `to`; for a fact node the relationship's type. */
  readonly by: string;
  readonly labels: readonly EntityLabel[];
  readonly many?: true;
  readonly optional?: true;
  /** What the tie itself carries, as `onBehalfOf` of a signatory. */
  readonly carries?: Readonly<Record<string, PropertyShape>>;
}

/** What one type of fact looks like, everywhere: file, identity, graph, answer. */
export interface FactSpec {
  readonly kind: FactKind;
  readonly form: 'node' | 'relationship';
  readonly ends: Readonly<Record<string, EndSpec>>;
  readonly properties: Readonly<Record<string, PropertyShape>>;
  /** The ends and properties that make two sayings one fact (`docs/decisions`). All else may be learned later. */
  readonly identity: readonly string[];
  readonly required?: readonly string[];
  /** Properties on which two sources that differ contradict each other. */
  readonly contested?: readonly string[];
}

const text = { of: 'text' } as const;
const texts = { of: 'text', list: true } as const;
const number = { of: 'number' } as const;
const day = { of: 'partialDate' } as const;
const date = { of: 'dateBlock' } as const;
const entity = { of: 'entity' } as const;
const code = (codes: Record<string, words.Label>): PropertyShape => ({ of: 'code', codes });

const anyNamed: readonly EntityLabel[] = Object.values(words.entityKinds).map((kind) => kind.label);
const doers: readonly EntityLabel[] = ['Person', 'Organisation'];

const from = (...labels: EntityLabel[]): EndSpec => ({ by: 'from', labels });
const to = (...labels: EntityLabel[]): EndSpec => ({ by: 'to', labels });
const one = (by: string, ...labels: EntityLabel[]): EndSpec => ({ by, labels });
const maybe = (by: string, ...labels: EntityLabel[]): EndSpec => ({ by, labels, optional: true });
const hand = (by: string): EndSpec => ({ by, labels: ['Person'], optional: true, many: true, carries: { onBehalfOf: entity } });
const handing = { handedOverBy: hand('HANDED_OVER_BY'), receivedBy: hand('RECEIVED_BY') };

const link = (
  kind: FactKind,
  ends: Record<string, EndSpec>,
  properties: Record<string, PropertyShape> = {},
  more: Pick<FactSpec, 'required' | 'contested'> & { by?: readonly string[] } = {},
): FactSpec => {
  const { by = [], ...rest } = more;
  return { kind, form: 'relationship', ends, properties, identity: [...Object.keys(ends), ...by], ...rest };
};

const organising = (...labels: EntityLabel[]): FactSpec =>
  link(
    'ORGANISING',
    { subject: from('Event', 'Project'), organiser: to(...labels) },
    { role: code(words.organisingRoles), roleText: text },
    { by: ['role'] },
  );
const credit = (...labels: EntityLabel[]): FactSpec =>
  link(
    'CREDIT',
    { work: from('Work', 'Source'), credited: to(...labels) },
    { role: code(words.creditRoles), roleText: text, capacity: text },
    { by: ['role'] },
  );
const milestone = (...labels: EntityLabel[]): FactSpec =>
  link('MILESTONE', { subject: from(...labels), event: to('Event') }, { roleText: text, date });

/**
 * Every type of fact the graph can hold, by relationship type or node label.
 * Reading, validating, naming, storing and answering all follow this one table.
 * Source: the project's domain model.
 */
export const factSpecs = {
  Statement: {
    kind: 'STATEMENT',
    form: 'node',
    ends: { subject: one('ABOUT', ...anyNamed) },
    properties: { property: code(words.statementProperties), value: text, inferred: { of: 'flag' }, text },
    identity: ['subject', 'property', 'value'],
    required: ['property', 'value'],
  },
  PARTICIPATED_IN: link(
    'PARTICIPATION',
    { participant: from(...doers), event: to('Event') },
    { role: code(words.eventRoles), roleText: text, capacity: text, onBehalfOf: entity, printedOrder: number },
    { by: ['role'], required: ['role'] },
  ),
  ABSENT_FROM: link('ABSENCE', { participant: from(...doers), event: to('Event') }, { reasonText: text }),
  Position: {
    kind: 'POSITION',
    form: 'node',
    ends: { holder: one('HOLDER', 'Person'), organisation: one('AT', 'Organisation'), event: maybe('ELECTED_AT', 'Event') },
    properties: { title: text, status: code(words.positionStatuses), from: day, to: day, asOf: day },
    identity: ['holder', 'organisation', 'title'],
    required: ['title'],
    contested: ['status', 'from', 'to'],
  },
  AFFILIATED_WITH: link(
    'AFFILIATION',
    { person: from('Person'), organisation: to('Organisation') },
    { title: text, asOf: day },
    { by: ['title'] },
  ),
  Membership: {
    kind: 'MEMBERSHIP',
    form: 'node',
    ends: { member: one('MEMBER', ...doers), body: one('OF_BODY', 'Organisation'), event: maybe('GRANTED_AT', 'Event'), ...handing },
    properties: { kind: code(words.membershipKinds), since: day, rights: texts, wordings: texts },
    identity: ['member', 'body', 'kind'],
    contested: ['since'],
  },
  Designation: {
    kind: 'DESIGNATION',
    form: 'node',
    ends: {
      designated: one('DESIGNATES', 'Organisation'),
      designator: one('DESIGNATED_BY', 'Organisation'),
      event: maybe('GRANTED_AT', 'Event'),
      ...handing,
    },
    properties: { title: text, scope: texts, wordings: texts, date },
    identity: ['designated', 'designator', 'title'],
    required: ['title'],
    contested: ['date'],
  },
  Agreement: {
    kind: 'AGREEMENT',
    form: 'node',
    ends: {
      parties: { by: 'PARTY', labels: ['Organisation'], many: true },
      event: maybe('SIGNED_AT', 'Event'),
      signatories: { by: 'SIGNED_BY', labels: ['Person'], many: true, optional: true, carries: { capacity: text, onBehalfOf: entity } },
    },
    properties: { kind: code(words.agreementKinds), subject: text, date, termFrom: day, termTo: day },
    identity: ['parties', 'kind', 'event'],
    required: ['kind'],
    contested: ['date', 'termFrom', 'termTo'],
  },
  Conferment: {
    kind: 'CONFERMENT',
    form: 'node',
    ends: {
      honour: one('OF_HONOUR', 'Honour'),
      honoured: one('CONFERRED_ON', ...doers),
      conferrers: { by: 'CONFERRED_BY', labels: ['Organisation'], many: true, optional: true },
      event: maybe('CONFERRED_AT', 'Event'),
      ...handing,
    },
    properties: { date, reason: text },
    identity: ['honour', 'honoured', 'event'],
    contested: ['date'],
  },
  Figure: {
    kind: 'FIGURE',
    form: 'node',
    ends: { subject: one('ABOUT', 'Event', 'Organisation', 'Project', 'Work', 'EventSeries', 'Honour') },
    properties: {
      metric: code(words.metrics),
      comparator: code(words.comparators),
      value: number,
      min: number,
      max: number,
      unit: text,
      mode: code(words.modes),
      group: text,
      text,
    },
    identity: ['subject', 'metric', 'mode', 'group'],
    required: ['metric', 'unit'],
    contested: ['comparator', 'value', 'min', 'max'],
  },
  Remark: {
    kind: 'REMARK',
    form: 'node',
    ends: {
      speaker: one('SAID_BY', 'Person'),
      event: maybe('SAID_AT', 'Event'),
      addressee: { by: 'ADDRESSED_TO', labels: anyNamed, many: true, optional: true },
    },
    properties: { kind: code(words.remarkKinds), gist: text },
    identity: ['speaker', 'event', 'kind', 'gist'],
    required: ['kind', 'gist'],
  },
  FormerName: {
    kind: 'FORMER_NAME',
    form: 'node',
    ends: { subject: one('ABOUT', ...doers) },
    properties: { name: text, from: day, to: day },
    identity: ['subject', 'name'],
    required: ['name'],
    contested: ['from', 'to'],
  },
  ListStatus: {
    kind: 'LIST_STATUS',
    form: 'node',
    ends: { subject: one('ABOUT', ...anyNamed) },
    properties: { relation: code(words.listRelations), completeness: code(words.completenesses) },
    identity: ['subject', 'relation'],
    required: ['relation', 'completeness'],
    contested: ['completeness'],
  },
  PART_OF: link(
    'PART_OF',
    { part: from('Organisation', 'Event', 'Work'), whole: to('Organisation', 'Event', 'Work') },
    { basis: code(words.partOfBases) },
  ),
  EDITION_OF: link('EDITION_OF', { event: from('Event'), series: to('EventSeries') }, { year: number }, { contested: ['year'] }),
  HELD_AT: link('LOCATION', { located: from('Event'), location: to('Place', 'Organisation') }, { phase: text }, { by: ['phase'] }),
  LOCATED_IN: link('LOCATION', { located: from('Place', 'Organisation'), location: to('Place', 'Organisation') }),
  SEATED_AT: link('LOCATION', { located: from('Organisation'), location: to('Organisation') }),
  ORGANISED_BY: organising('Organisation'),
  INITIATED_BY: organising('Organisation', 'Event'),
  SUPPORTED_BY: organising('Organisation'),
  CARRIED_OUT_UNDER: link('ORGANISING', { subject: from('Event'), organiser: to('Project') }),
  OWNED_BY: link('CREDIT', { work: from('EventSeries', 'Work'), credited: to('Organisation') }, { roleText: text }),
  EDITED_BY: credit(...doers),
  AUTHORED_BY: credit(...doers),
  ADVISED_BY: credit(...doers),
  PRODUCED_BY: credit(...doers),
  GUIDED_BY: credit(...doers),
  PUBLISHED_BY: credit(...doers),
  RELEASED_AT: milestone('Work', 'Project', 'Organisation'),
  LAUNCHED_AT: milestone('Work', 'Project', 'Organisation'),
  ESTABLISHED_AT: milestone('Work', 'Project', 'Organisation'),
  SHOOTING_STARTED_AT: milestone('Work', 'Project', 'Organisation'),
  WRITING_STARTED_AT: milestone('Work', 'Project', 'Organisation'),
} as const satisfies Record<string, FactSpec>;
export type FactType = keyof typeof factSpecs;

export const factTypes = Object.keys(factSpecs) as FactType[];

/** The specification of a type, under the general type that loops need. */
export const factSpec = (type: FactType): FactSpec => factSpecs[type];
