import { type GraphQLObjectType, getNamedType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { buildSchema } from '../../src/schema/build-schema.ts';
import { askSchema } from '../support/ask-schema.ts';
import { seededGraph } from '../support/seeded-graph.ts';

const { schema } = await buildSchema();
const lists = { people: 'Person', organisations: 'Organisation', events: 'Event', agreements: 'Agreement' };

/** Every connection at the entities of the lists, and whether its edges say more than whom they lead to. */
const connections = Object.entries(lists).flatMap(([list, type]) =>
  Object.values((schema.getType(type) as GraphQLObjectType).getFields())
    .filter(({ name, args }) => name.endsWith('Connection') && args.some((argument) => argument.name === 'first'))
    .map((field) => ({ list, field: field.name, hasProperties: 'properties' in fieldsAt(fieldsAt(getNamedType(field.type)).edges?.type) })),
);

function fieldsAt(type: unknown) {
  return (getNamedType(type as never) as unknown as GraphQLObjectType).getFields();
}

let database: Database;
let ask: Awaited<ReturnType<typeof askSchema>>;

beforeAll(async () => {
  database = await seededGraph();
  ask = await askSchema(database);
});

afterAll(() => database.close());

describe('a question for nothing but the names of types', () => {
  it.each(connections)('finds as many edges as there are: $list, $field', async ({ list, field, hasProperties }) => {
    const parts = ['__typename', 'of: __typename', 'node { __typename }', ...(hasProperties ? ['properties { __typename }'] : [])];
    for (const part of parts) {
      const { data, errors } = await ask(
        `{ ${list}(first: 100) { edges { node { found: ${field}(first: 100) { totalCount edges { ${part} } } } } } }`,
      );
      expect(errors).toBeUndefined();
      // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
      const found = (data as any)[list].edges.map(({ node }: any) => node.found);
      expect(found.map(({ edges }: { edges: unknown[] }) => edges.length)).toEqual(
        found.map(({ totalCount }: { totalCount: number }) => totalCount),
      );
    }
  });
});
