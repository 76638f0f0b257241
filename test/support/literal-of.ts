import { type GraphQLInputType, isInputObjectType, isListType, isNonNullType, isRequiredInputField } from 'graphql';

/** The least value of a type that is taken, as it is written in a question. */
export function literalOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literalOf(type.ofType);
  if (isListType(type)) return `[${literalOf(type.ofType)}]`;
  if (!isInputObjectType(type)) return literals[type.name] ?? '"person:nobody"';
  const fields = Object.values(type.getFields());
  const given = type.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
  return `{ ${given.map((field) => `${field.name}: ${literalOf(field.type)}`).join(', ')} }`;
}

const literals: Readonly<Record<string, string>> = { Int: '1', Float: '1', Boolean: 'true', Day: '"2024-11-14"' };
