import type { GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { buildSchema } from '../../src/schema/build-schema.ts';
import { askSchema } from '../support/ask-schema.ts';
import { countedReads } from '../support/counted-reads.ts';
import { seededGraph } from '../support/seeded-graph.ts';

const congress = 'event:cchio-2024-science-popularisation-congress';
const yingkou = 'event:caca-guidelines-china-tour-yingkou-2025';
const association = 'organisation:china-anti-cancer-association';
const tour = 'series:caca-guidelines-china-tour';

let database: Database;
let schema: GraphQLSchema;
let ask: Awaited<ReturnType<typeof askSchema>>;

beforeAll(async () => {
  database = await seededGraph();
  ({ schema } = await buildSchema());
  ask = await askSchema(database);
});

afterAll(() => database.close());

const text = `query($scope: OverviewScope) { overview(scope: $scope) { figures { key value open label en: label(lang: EN) rows { field variables } } } }`;

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
type Answer = any;

async function figures(scope?: Record<string, unknown>): Promise<Answer[]> {
  const { data, errors } = await ask(text, { scope });
  expect(errors).toBeUndefined();
  return (data as Answer).overview.figures;
}

/** `key value`, with `+` behind it where a roster is open. */
const short = (all: Answer[]): string[] => all.map(({ key, value, open }) => `${key} ${value}${open ? '+' : ''}`);

/** How many rows the question of a figure says it has. */
async function total({ field, variables }: { field: string; variables: Record<string, unknown> }): Promise<number> {
  const args =
    schema
      .getQueryType()
      ?.getFields()
      [field]?.args.filter(({ name }) => name in variables) ?? [];
  const declared = args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const given = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const counted = field === 'roster' ? '{ entries { totalCount } }' : '{ totalCount }';
  const { data, errors } = await ask(`query${declared && `(${declared})`} { ${field}${given && `(${given})`} ${counted} }`, variables);
  expect(errors).toBeUndefined();
  // Every variable is an argument of the field.
  expect(args.map(({ name }) => name).sort()).toEqual(Object.keys(variables).sort());
  const { [field]: page } = data as Answer;
  return (page.entries ?? page).totalCount;
}

describe('each figure is the count of the question that comes with it', () => {
  it.each<[string, Record<string, unknown> | undefined]>([
    ['the whole graph', undefined],
    ['a range', { from: '2024-11-01', to: '2024-12-31' }],
    ['an organisation', { organisationId: association }],
    ['an organisation in a range', { organisationId: association, from: '2025-01-01' }],
    ['an event', { eventId: congress }],
    ['a series', { seriesId: tour }],
    ['a series in a range', { seriesId: tour, from: '2025-01-01' }],
    ['all at once', { organisationId: association, eventId: congress, seriesId: 'series:cchio', from: '2024-01-01', to: '2024-12-31' }],
  ])('in %s', async (_what, scope) => {
    const all = await figures(scope);
    expect(all.length).toBeGreaterThan(1);
    const counts = [];
    for (const { key, rows } of all) counts.push({ key, value: await total(rows) });
    expect(all.map(({ key, value }) => ({ key, value }))).toEqual(counts);
  });
});

describe('the figures of the two documents', () => {
  it('of the congress and of Yingkou say who was there, and that neither list is said to be complete', async () => {
    const [there, here] = [short(await figures({ eventId: congress })), short(await figures({ eventId: yingkou }))];
    // The fifteen printed guests; seven agreements, one of them of three parties.
    expect(there).toEqual(expect.arrayContaining(['PEOPLE_PRESENT 15+', 'ORGANISATIONS_PRESENT 0+', 'AGREEMENTS 7']));
    // The thirteen listed, and the one who moderated the plaque ceremony.
    expect(here).toEqual(expect.arrayContaining(['PEOPLE_PRESENT 14+', 'AGREEMENTS 0', 'PROJECTS 0']));
    expect(short(await figures({ seriesId: tour }))).toEqual(expect.arrayContaining(['PEOPLE_PRESENT 14+']));
  });

  it('of the association: nine partners, seven agreements, none of them signed in 2025', async () => {
    expect(short(await figures({ organisationId: association }))).toEqual(expect.arrayContaining(['AGREEMENTS 7', 'PARTNERS 9']));
    expect(short(await figures({ organisationId: association, from: '2025-01-01', to: '2025-12-31' }))).toContain('AGREEMENTS 0');
  });
});

it('a figure whose roster is complete, its sub-events with it, is not open', async () => {
  const rosters = ['PEOPLE', 'ORGANISATIONS', 'PEOPLE_PRESENT', 'ORGANISATIONS_PRESENT'];
  const open = async () => (await figures({ seriesId: tour })).filter((figure) => figure.open).map(({ key }) => key);
  expect(await open()).toEqual(rosters);
  const say = (completeness: string) =>
    database.write((tx) =>
      tx.run("MATCH (:Event {id: $yingkou})<-[:ABOUT]-(s:ListStatus {relation: 'ROSTER'}) SET s.completeness = $completeness", {
        yingkou,
        completeness,
      }),
    );
  await say('COMPLETE');
  expect(await open()).toEqual([]);
  await say('UNKNOWN');
});

it('figures are named in both languages', async () => {
  const [first] = await figures({ seriesId: tour });
  expect([first.label, first.en]).toEqual(['人物', 'people']);
});

describe('a scope that cannot be meant', () => {
  it.each([
    ['NOT_FOUND', 'scope.eventId', { eventId: 'event:none' }],
    ['NOT_FOUND', 'scope.organisationId', { organisationId: 'organisation:none', eventId: congress }],
    ['BAD_USER_INPUT', 'scope.seriesId', { seriesId: congress }],
    ['BAD_USER_INPUT', 'scope.to', { from: '2025-01-02', to: '2025-01-01' }],
  ])('is refused as %s, naming %s', async (code, argument, scope) => {
    const { data, errors } = await ask(text, { scope });
    expect(data).toEqual({ overview: null });
    const original = errors?.[0]?.originalError as unknown as { code: string; details: unknown };
    expect([original.code, original.details]).toEqual([code, { argument }]);
  });
});

it('a figure costs one statement, an event two more and its rosters one', async () => {
  const counted = countedReads(database);
  const askCounted = await askSchema(counted.database);
  const { data, errors } = await askCounted(text, { scope: { eventId: congress } });
  expect(errors).toBeUndefined();
  expect(counted.statements()).toBe((data as Answer).overview.figures.length + 3);
});
