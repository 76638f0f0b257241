import { type GraphQLArgument, type GraphQLField, type GraphQLInputField, type GraphQLNamedType, type GraphQLSchema, isInputObjectType, isObjectType } from 'graphql';
import { fieldPatterns, typePatterns } from './description-patterns.ts';

interface Described {
  name: string;
  description?: string | null;
}

/** Describes what the library generated, and takes away its `offset`, whose cost grows with its value. */
export function describeGenerated(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) if (!type.name.startsWith('__')) describeType(type);
}

function describeType(type: GraphQLNamedType): void {
  describe(type, typePatterns);
  if (!isObjectType(type) && !isInputObjectType(type)) return;
  const fields: (GraphQLField<unknown, unknown> | GraphQLInputField)[] = Object.values(type.getFields());
  for (const field of fields) {
    describe(field, fieldPatterns);
    if ('args' in field) describeArguments(field);
  }
}

function describeArguments(field: { args: readonly GraphQLArgument[] }): void {
  field.args = field.args.filter(argument => argument.name !== 'offset');
  for (const argument of field.args) describe(argument, fieldPatterns);
}

function describe(item: Described, patterns: readonly (readonly [RegExp, string])[]): void {
  if (item.description) return;
  const found = patterns.find(([pattern]) => pattern.test(item.name));
  if (found) item.description = item.name.replace(...found).trim();
}
