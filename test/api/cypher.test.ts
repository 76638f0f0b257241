import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameOf, type Operation, textOf } from '../../src/dashboard/api/graphql.ts';
import { literal } from '../../src/dashboard/cypher/literal.ts';
import { statementOf, statements } from '../../src/dashboard/cypher/statement-of.ts';
import { Attended } from '../../src/dashboard/operations/attended.ts';
import { EntityCard, EntityFacts } from '../../src/dashboard/operations/entity.ts';
import * as lists from '../../src/dashboard/operations/lists.ts';
import { Partnerships } from '../../src/dashboard/operations/partnerships.ts';
import { RosterOfEvent } from '../../src/dashboard/operations/roster.ts';
import { EventDates, Timeline } from '../../src/dashboard/operations/timeline.ts';
import type { Database } from '../../src/database/connect.ts';
import { askSchema } from '../support/ask-schema.ts';
import { atlasFiles } from '../support/atlas.ts';
import { seededGraph, seedFiles } from '../support/seeded-graph.ts';

const association = 'organisation:china-anti-cancer-association';
const congress = 'event:cchio-2024-science-popularisation-congress';
const yingkou = 'event:caca-guidelines-china-tour-yingkou-2025';
const tour = 'series:caca-guidelines-china-tour';
const piao = 'person:piao-haozhe';

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
type Answer = any;
type Row = readonly unknown[];

/** A question of the pages, what it is asked with, and the same cells of its answer and of the statement's rows. */
interface Case {
  readonly asks: Operation;
  readonly variables: Record<string, unknown>;
  readonly page: (data: Answer) => Answer;
  readonly cells: (node: Answer) => Row[];
  readonly columns: readonly string[];
  /** Where both say so in the same order. */
  readonly ordered?: true;
}

const listed = (asks: unknown, ...filters: object[]): Case[] =>
  [{}, ...filters].map((variables) => ({
    asks: asks as Operation,
    variables: variables as Record<string, unknown>,
    page: ({ rows }) => rows,
    cells: ({ id }) => [[id]],
    columns: ['id'],
    ordered: true,
  }));
const facts = (asks: unknown, field: string, ...given: object[]): Case[] =>
  given.map((variables) => ({
    asks: asks as Operation,
    variables: variables as Record<string, unknown>,
    page: (data) => data[field],
    cells: ({ factId, kind }) => [[factId, kind]],
    columns: ['factId', 'kind'],
    ordered: true,
  }));

const cases: Case[] = [
  {
    asks: EntityCard,
    variables: { id: piao },
    page: ({ entity }) => ({ edges: [{ node: entity }], pageInfo: {} }),
    cells: ({ id, name, nameEn }) => [[id, name, nameEn]],
    columns: ['id', 'name', 'nameEn'],
  },
  ...[
    { eventId: congress },
    { eventId: congress, roles: ['AWARDEE'], kinds: ['ORGANISATION'] },
    { eventId: yingkou, kinds: ['PERSON'] },
    { eventId: congress, roles: ['AWARDEE', 'QUOTED', 'MODERATOR'] },
    { eventId: 'event:harbour-congress-2032' },
  ].map(
    (variables): Case => ({
      asks: RosterOfEvent,
      variables: { orderBy: 'NAME', ...variables },
      page: ({ roster }) => roster.entries,
      cells: ({ participant, roles }) =>
        roles.map((held: Answer) => [participant.id, held.role, held.capacity, held.onBehalfOf?.label, held.event.label, held.factId]),
      columns: ['participantId', 'role', 'capacity', 'onBehalfOf', 'event', 'factId'],
    }),
  ),
  ...[
    { allOf: [{ eventId: congress }, { seriesId: tour }] },
    { allOf: [{ eventId: yingkou }], noneOf: [{ eventId: congress }], kinds: ['PERSON', 'ORGANISATION'] },
    {
      anyOf: [
        { eventId: congress, roles: ['WITNESS'] },
        { seriesId: tour, roles: ['CLINIC_EXPERT'], from: '2025-01-01' },
      ],
    },
    { anyOf: [{ seriesId: 'series:harbour-congress', to: '2031-12-31' }] },
  ].map(
    (variables): Case => ({
      asks: Attended,
      variables,
      page: ({ participants }) => participants,
      cells: ({ participant }) => [[participant.id]],
      columns: ['participantId'],
      ordered: true,
    }),
  ),
  ...[association, 'organisation:yingkou-central-hospital'].map(
    (id): Case => ({
      asks: Partnerships,
      variables: { id },
      page: ({ partnerships }) => partnerships,
      cells: ({ partner, ties }) => ties.map(({ factId, kind }: Answer) => [partner.id, kind, factId]),
      columns: ['partnerId', 'kind', 'factId'],
    }),
  ),
  ...facts(
    Timeline,
    'timeline',
    { ids: [piao] },
    { ids: [association, piao], kinds: ['PARTICIPATION', 'AGREEMENT', 'POSITION'] },
    { ids: [association], from: '2025-01-01', to: '2025-12-31' },
    { ids: [association], to: '2024-11-14' },
  ),
  ...facts(EntityFacts, 'timeline', { ids: [piao], kinds: ['PARTICIPATION', 'POSITION'] }),
  ...facts(lists.facts, 'rows', {}, { filter: { entityIds: [piao, association], kinds: ['PARTICIPATION', 'AGREEMENT'] } }),
  ...[{}, { from: '2025-01-01' }, { from: '2024-11-01', to: '2024-11-30' }].map(
    (filter): Case => ({
      asks: EventDates,
      variables: { filter },
      page: ({ events }) => events,
      cells: ({ id, date }) => [[id, date?.start]],
      columns: ['id', 'date'],
      ordered: true,
    }),
  ),
  ...listed(lists.people, { filter: { organisationId: association } }, { filter: { eventId: congress } }),
  ...listed(lists.organisations, { filter: { eventId: congress } }),
  ...listed(lists.events, { orderBy: 'DATE' }, { filter: { organisationId: association, to: '2024-12-31' } }),
  ...listed(lists.agreements, { filter: { partyIds: [association] }, orderBy: 'DATE' }, { filter: { signedAtEventId: congress } }),
  ...[lists.eventSeries, lists.works, lists.projects, lists.honours, lists.places, lists.sources].flatMap((list) => listed(list)),
];

describe('a question of the pages as Cypher', () => {
  let database: Database;
  let ask: Awaited<ReturnType<typeof askSchema>>;
  beforeAll(async () => {
    database = await seededGraph([...seedFiles(), ...atlasFiles()]);
    ask = await askSchema(database);
  });
  afterAll(() => database?.close());

  /** All rows that the graph answers a question with, page by page. */
  async function answered({ asks, variables, page, cells }: Case): Promise<Row[]> {
    const rows: Row[] = [];
    for (let after: string | null | undefined = null; after !== undefined; ) {
      const { data, errors } = await ask(textOf(asks), { ...variables, lang: 'ZH', after });
      expect(errors).toBeUndefined();
      const { edges, pageInfo } = page(data);
      rows.push(...edges.flatMap(({ node }: Answer) => cells(node)));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
    }
    return rows;
  }
  const written = (rows: readonly Row[], ordered?: boolean): string[] => {
    const texts = rows.map((row) => JSON.stringify(row.map((cell) => cell ?? null)));
    return ordered ? texts : texts.sort();
  };

  it.each(cases.map((one) => [`${nameOf(one.asks)} ${JSON.stringify(one.variables)}`, one] as const))(
    '%s has the same rows',
    async (_, one) => {
      const cypher = statementOf(nameOf(one.asks), one.variables);
      const found = (await database.read(cypher ?? '')).map((row) => one.columns.map((column) => row[column]));
      const asked = await answered(one);
      expect(asked.length).toBeGreaterThan(0);
      expect(written(found, one.ordered)).toEqual(written(asked, one.ordered));
    },
  );

  it('is tried here for every question that has one', () => {
    expect([...new Set(cases.map(({ asks }) => nameOf(asks)))].sort()).toEqual(Object.keys(statements).sort());
  });

  it('is not written where one statement would not answer it', () => {
    expect(statementOf('NetworkOf', {})).toBeUndefined();
    expect(statementOf('Partnerships', { id: association, on: '2025-01-01' })).toBeUndefined();
    expect(statementOf('Attended', { allOf: [{ eventId: congress }], noneOf: [{ seriesId: tour, from: '2025' }] })).toBeUndefined();
    expect(statementOf('ListPerson', { filter: { text: 'fan' } })).toBeUndefined();
    expect(statementOf('ListFacts', { filter: { sourceId: 'source:x' } })).toBeUndefined();
    expect(statementOf('ListAgreement', { filter: { statusOn: {} } })).toBeUndefined();
  });

  it('keeps any text a text, whatever quotes and escapes stand in it', async () => {
    const sign = fc.constantFrom('\\', "'", '"', 'u', '0027', '\n', '\r', '\t', '`', '$', '{', '*/', '//', '樊', '😀', 'n');
    const texts = fc.sample(
      fc.array(sign, { maxLength: 8 }).map((signs) => signs.join('')),
      500,
    );
    const hard = ['\\u0027', '\\\\u0027) DETACH DELETE n //', "'", '\\', "\\'", ...texts];
    const [row] = await database.read(`RETURN ${literal(hard)} AS texts`);
    expect(row?.texts).toEqual(hard);
  });
});
