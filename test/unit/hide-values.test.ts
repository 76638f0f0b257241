import { buildSchema, type GraphQLError, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { hideValues } from '../../src/server/hide-values.ts';

const schema = buildSchema(
  'enum Word { SECRETARY B } input F { name: String! } type Query { f(n: Int s: String w: Word f: F l: [Int]): Int }',
);

function messagesOf(text: string): string[] {
  try {
    return validate(schema, parse(text)).map(({ message }) => hideValues(message));
  } catch (error) {
    return [hideValues((error as GraphQLError).message)];
  }
}

it.each([
  ['{ f(n: "secret") }', 'Int cannot represent non-integer value.'],
  ['{ f(s: {nam: "secret"}) }', 'String cannot represent a non string value.'],
  ['{ f(w: "secret") }', 'Enum "Word" cannot represent non-enum value. Did you mean the enum value "SECRETARY"?'],
  ['{ f(f: "secret") }', 'Expected value of type "F".'],
  ['{ f(l: ["secret"]) }', 'Int cannot represent non-integer value.'],
  ['{ f(n: ) "secret" }', 'Syntax Error: Unexpected ")".'],
  ['{ f "secret" }', 'Syntax Error: Expected Name, found String.'],
  ['{ f', 'Syntax Error: Expected Name, found <EOF>.'],
  ['{ f(n 1) }', 'Syntax Error: Expected ":", found Int.'],
])('V6: %s is explained without its values', (text, said) => {
  expect(messagesOf(text)).toEqual([said]);
});
