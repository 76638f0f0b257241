import { type GraphQLSchema, isInputObjectType, isObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSchema } from '../../src/schema/build-schema.ts';
import { noteSafety } from '../support/note-safety.ts';

let schema: GraphQLSchema;
beforeAll(async () => {
  ({ schema } = await buildSchema());
});

const typeNames = () => Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__'));
const fieldNames = () =>
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
  );

// Each stands for issues of @neo4j/graphql in which a rule held on the main way and not on the side path.
describe('R3: side paths of the library', () => {
  it('labels and names beyond ASCII (#1955): every type, field and value of ours is ASCII', () => {
    expect([...typeNames(), ...fieldNames()].filter((name) => !/^[\w.]+$/.test(name))).toEqual([]);
    noteSafety('R3', { note: `#1955: ${typeNames().length} types and ${fieldNames().length} fields, all named in ASCII` });
  });

  it('aggregates (#4840, #4581, #4695): none is offered', () => {
    expect([...typeNames(), ...fieldNames()].filter((name) => /aggregat|groupBy/i.test(name))).toEqual([]);
    noteSafety('R3', { note: '#4840, #4581, #4695: 0 aggregates' });
  });

  it('creating, updating, deleting, nested or not (#5524): neither a mutation nor an input for one', () => {
    expect([schema.getMutationType(), schema.getSubscriptionType()]).toEqual([undefined, undefined]);
    expect(
      typeNames().filter((name) => /(Create|Update|Delete|Connect|Disconnect)(Input|FieldInput|Info)|MutationResponse/.test(name)),
    ).toEqual([]);
    noteSafety('R3', { note: '#5524: 0 mutations, 0 inputs for one' });
  });

  it('where (#3560): every condition is on a field that may be read, of the same type', () => {
    const logic = new Set(['AND', 'OR', 'NOT']);
    const wheres = typeNames().filter(
      (name) => /(?<!Connection)Where$/.test(name) && isObjectType(schema.getType(name.slice(0, -'Where'.length))),
    );
    expect(wheres.length).toBeGreaterThan(5);
    const beyond = wheres.flatMap((name) => {
      const [where, type] = [schema.getType(name), schema.getType(name.slice(0, -'Where'.length))];
      const [asked, read] = [isInputObjectType(where) ? where.getFields() : {}, isObjectType(type) ? type.getFields() : {}];
      return Object.keys(asked).flatMap((field) => (logic.has(field) || field in read ? [] : [`${name}.${field}`]));
    });
    expect(beyond).toEqual([]);
    noteSafety('R3', { note: `#3560: ${wheres.length} conditions, each on fields that may be read` });
  });

  it('statements in the schema (#4617): no type definition holds one', async () => {
    const { readTypeDefinitions } = await import('../../src/schema/read-type-definitions.ts');
    expect(JSON.stringify(readTypeDefinitions())).not.toContain('"cypher"');
    noteSafety('R3', { note: '#4617: 0 statements in the type definitions' });
  });
});
