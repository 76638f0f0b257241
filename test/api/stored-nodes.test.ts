import { type GraphQLObjectType, getNamedType, getNullableType, isLeafType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { entityKinds } from '../../src/domain/vocabulary.ts';
import { buildSchema } from '../../src/schema/build-schema.ts';
import { readTypeDefinitions } from '../../src/schema/read-type-definitions.ts';
import { storedFieldsOf } from '../../src/schema/stored-fields.ts';
import { askSchema } from '../support/ask-schema.ts';
import { atlasGraph } from '../support/atlas.ts';
import { seedFiles } from '../support/seeded-graph.ts';

let database: Database;
let ask: Awaited<ReturnType<typeof askSchema>>;
let fieldsOf: (type: string) => string;

beforeAll(async () => {
  database = await atlasGraph({ more: seedFiles() });
  ask = await askSchema(database);
  const { schema } = await buildSchema();
  const stored = storedFieldsOf(readTypeDefinitions());
  fieldsOf = (name) => {
    const all = Object.values((schema.getType(name) as GraphQLObjectType).getFields());
    return all
      .flatMap((field) =>
        stored.get(name)?.has(field.name)
          ? (selectionOf[field.name] ?? (isLeafType(getNamedType(getNullableType(field.type))) ? field.name : []))
          : [],
      )
      .join(' ');
  };
});

afterAll(() => database.close());

/** What is selected of fields that are no leaves. */
const selectionOf: Record<string, string> = {
  date: 'date { start end precision inferred text }',
  evidence: 'evidence { id }',
  facts: 'facts(first: 3) { edges { node { factId } } }',
};

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
async function data(source: string, variables?: Record<string, unknown>): Promise<any> {
  const { data: answer, errors } = await ask(source, variables);
  expect(errors).toBeUndefined();
  return answer;
}

const lookUps = {
  Person: 'person',
  Organisation: 'organisation',
  EventSeries: 'series',
  Event: 'event',
  Agreement: 'agreement',
  Honour: 'honour',
  Work: 'work',
  Project: 'project',
  Place: 'place',
  Source: 'source',
};

describe('a node that is asked for what stands on it answers as when its neighbours are asked for too, which the library reads', () => {
  it.each(Object.values(entityKinds).map(({ label }) => label))('%s', async (label) => {
    const rows = await database.read(`MATCH (n:${label}) RETURN n.id AS id ORDER BY id LIMIT 12`);
    const [lookUp, fields] = [lookUps[label], fieldsOf(label)];
    expect(rows.length).toBeGreaterThan(0);
    for (const { id } of rows) {
      const alone = await data(`query ($id: ID!) { ${lookUp}(id: $id) { ${fields} } }`, { id });
      const { neighbours, ...withNeighbours } = (
        await data(`query ($id: ID!) { ${lookUp}(id: $id) { ${fields} neighbours: statements { id } } }`, { id })
      )[lookUp];
      expect(neighbours).toBeInstanceOf(Array);
      expect(alone[lookUp]).toEqual(withNeighbours);
    }
  });

  it.each([
    ['positions', 'Position', 'holder'],
    ['memberships', 'Membership', 'body'],
  ])('%s of an organisation', async (list, label, neighbour) => {
    const rows = await database.read('MATCH (o:Organisation) RETURN o.id AS id');
    const question = (fields: string) =>
      `query ($id: ID!) { organisation(id: $id) { ${list}(first: 100) { edges { node { ${fields} } } } } }`;
    const fields = fieldsOf(label);
    let found = 0;
    for (const { id } of rows) {
      const [alone, both] = [
        await data(question(fields), { id }),
        await data(question(`${fields} neighbour: ${neighbour} { id }`), { id }),
      ];
      const nodes = both.organisation[list].edges.map(({ node: { neighbour: _, ...node } }: { node: { neighbour: unknown } }) => ({
        node,
      }));
      expect(alone.organisation[list].edges).toEqual(nodes);
      found += nodes.length;
    }
    expect(found).toBeGreaterThan(0);
  });
});

describe('a node that is asked for what stands on it', () => {
  const id = 'organisation:china-anti-cancer-association';
  const organisation = (fields: string, fragments = '') =>
    data(`query ($id: ID!) { organisation(id: $id) { ${fields} } } ${fragments}`, { id });

  it('answers under the names that the client chose, also where one is the name of another field', async () => {
    const { organisation: plain } = await organisation('name nameEn');
    const { organisation: renamed } = await organisation('name: nameEn, nameEn: name, chinese: name, label(lang: EN)');
    const expected = { name: plain.nameEn, nameEn: plain.name, chinese: plain.name, label: plain.nameEn };
    expect(renamed).toEqual(expected);
  });

  it('does so, and its neighbours too, where the library reads them', async () => {
    const plain = await organisation('name kind parts(limit: 2) { name kind }');
    const renamed = await organisation(
      'id: name, name: kind, kind: id, partsConnection: parts(limit: 2) { name: kind, kind: name, label }',
    );
    expect(plain.organisation.parts.length).toBeGreaterThan(0);
    const parts = plain.organisation.parts.map((part: { name: string; kind: string }) => ({
      name: part.kind,
      kind: part.name,
      label: part.name,
    }));
    const { name, kind } = plain.organisation;
    expect(renamed.organisation).toEqual({ id: name, name: kind, kind: id, partsConnection: parts });
  });

  it('does so in connections, whose parts can be asked under several names each', async () => {
    const asked = 'c: partsConnection(first: 2) { totalCount edges { cursor node { name kind } } pageInfo { endCursor hasNextPage } }';
    const { c: plain } = (await organisation(asked)).organisation;
    const other =
      'c: partsConnection(first: 2) { count: totalCount n: totalCount parts: edges { cursor at: cursor one: node { name: kind, kind: name } } ...More page: pageInfo { last: endCursor } }';
    const more = 'fragment More on OrganisationPartsConnection { again: totalCount edges { node { name } } }';
    const { c: renamed } = (await organisation(other, more)).organisation;
    const parts = plain.edges.map(({ cursor, node }: { cursor: string; node: { name: string; kind: string } }) => ({
      cursor,
      at: cursor,
      one: { name: node.kind, kind: node.name },
    }));
    expect(parts.length).toBeGreaterThan(0);
    const count = plain.totalCount;
    const edges = plain.edges.map(({ node: { name } }: { node: { name: string } }) => ({ node: { name } }));
    expect(renamed).toEqual({ count, n: count, again: count, parts, edges, page: { last: plain.pageInfo.endCursor } });
  });

  it('answers what fragments ask for, and nothing that is skipped', async () => {
    const answer = await data(
      `query ($id: ID!, $not: Boolean!) { organisation(id: $id) { __typename ...Named ... on Organisation { id } kind @include(if: $not) } }
       fragment Named on Organisation { name }`,
      { id, not: false },
    );
    expect(answer.organisation).toEqual({ __typename: 'Organisation', name: '中国抗癌协会', id });
  });

  it('is null under an id that nothing bears, even if nothing but the id is asked for', async () => {
    expect(await data('{ organisation(id: "organisation:nobody") { id } }')).toEqual({ organisation: null });
    expect(await data('{ person(id: "person:nobody") { __typename } }')).toEqual({ person: null });
  });
});
