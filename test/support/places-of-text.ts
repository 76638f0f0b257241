import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isScalarType,
} from 'graphql';
import { literalOf } from './literal-of.ts';

type Field = GraphQLField<unknown, unknown>;
/** A question with one place for a text. */
export type PlaceOfText = (text: string) => string;

const numbers = new Set(['Int', 'Float', 'Boolean']);
const deepest = 4;

/** A question for every place where the arguments of a schema take a text: at the root, and at the fields of what is asked by id. */
export function placesOfText(schema: GraphQLSchema): PlaceOfText[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  return roots.flatMap((root) => [...placesOf(root), ...(isById(root) ? placesBelow(root) : [])]);
}

const isById = ({ args }: Field): boolean => args.length === 1 && args[0]?.name === 'id';

function placesBelow(root: Field): PlaceOfText[] {
  const type = getNamedType(root.type);
  const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
  return fields.flatMap(placesOf).map((place) => (text) => `{ ${root.name}(id: "person:nobody") ${place(text)} }`);
}

function placesOf({ name, args, type }: Field): PlaceOfText[] {
  const required = args.filter(isRequiredArgument);
  const selection = isObjectType(getNamedType(type)) ? ' { __typename }' : '';
  return args.flatMap((argument) =>
    writtenAs(argument.type).map(
      (value): PlaceOfText =>
        (text) => {
          const others = required.filter((other) => other !== argument).map((other) => `${other.name}: ${literalOf(other.type)}`);
          return `{ ${name}(${[...others, `${argument.name}: ${value(JSON.stringify(text))}`].join(', ')})${selection} }`;
        },
    ),
  );
}

/** The ways to write a value of a type around one text. */
function writtenAs(type: GraphQLInputType, depth = 0): ((literal: string) => string)[] {
  if (isNonNullType(type)) return writtenAs(type.ofType, depth);
  if (isListType(type)) return writtenAs(type.ofType, depth).map((inner) => (literal) => `[${inner(literal)}]`);
  if (isScalarType(type)) return numbers.has(type.name) ? [] : [(literal) => literal];
  if (!isInputObjectType(type) || depth > deepest) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const others = Object.values(type.getFields()).filter((other) => other !== field && isRequiredInputField(other));
    return writtenAs(field.type, depth + (type.name.endsWith('Where') ? 3 : 1)).map(
      (inner) => (literal: string) =>
        `{ ${[...others.map((other) => `${other.name}: ${literalOf(other.type)}`), `${field.name}: ${inner(literal)}`].join(', ')} }`,
    );
  });
}
