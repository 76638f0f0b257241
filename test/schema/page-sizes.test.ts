import { type GraphQLField, type GraphQLSchema, isLeafType, isListType, isNonNullType, isObjectType } from 'graphql';
import { beforeAll, expect, it } from 'vitest';
import { buildSchema } from '../../src/schema/build-schema.ts';
import { judgeQuestion } from '../support/judge-question.ts';

let schema: GraphQLSchema;
let sized: { type: string; field: GraphQLField<unknown, unknown>; argument: string }[];

beforeAll(async () => {
  ({ schema } = await buildSchema());
  sized = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type: type.name, field })))
    .flatMap((row) => row.field.args.filter(({ name }) => /^(first|limit)$/.test(name)).map(({ name }) => ({ ...row, argument: name })));
});

/** A document that asks one field with one page size, and any text where the field requires more. */
function ask({ type, field, argument }: (typeof sized)[number], value: string): string {
  const required = field.args.filter((arg) => isNonNullType(arg.type));
  const others = required.map((arg) => `${arg.name}: ${isNonNullType(arg.type) && isListType(arg.type.ofType) ? '["x"]' : '"x"'}`);
  return `query($n: Int) { ...f } fragment f on ${type} { ${field.name}(${[...others, `${argument}: ${value}`].join(' ')}) { __typename } }`;
}

const refused = (text: string, variables: Record<string, unknown> = {}): number =>
  judgeQuestion(schema, text, variables).faults.filter(
    ({ extensions }) => extensions.argument === 'first' || extensions.argument === 'limit',
  ).length;

it.each([0, -1, null, 100_000_000])('V1: a page size of %s is refused at every list, also by variable', (size) => {
  expect(sized.length).toBeGreaterThan(100);
  for (const row of sized) {
    const name = `${row.type}.${row.field.name}(${row.argument})`;
    expect([name, refused(ask(row, String(size))), refused(ask(row, '$n'), { n: size })]).toEqual([name, 1, 1]);
  }
});

it('V1: every list that the library makes takes a page size', () => {
  const lists = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()).filter((field) => field.args.some(({ name }) => name === 'where')));
  expect(lists.filter((field) => !isLeafType(field.type) && !/\[|Connection!$/.test(String(field.type)))).toEqual(
    lists.filter((field) => !field.args.some(({ name }) => /^(first|limit)$/.test(name))),
  );
});
