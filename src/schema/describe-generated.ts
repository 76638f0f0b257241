import {
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInputObjectType,
  isObjectType,
} from 'graphql';
import { fieldPatterns, typePatterns } from './description-patterns.ts';

interface Described {
  name: string;
  description?: string | null;
}

/**
 * Describes what the library generated, gives our own types back the descriptions it overwrote,
 * and takes away its `offset`, whose cost grows with its value.
 */
export function describeGenerated(schema: GraphQLSchema, definitions: DocumentNode): void {
  const own = descriptionsIn(definitions);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    const described = own.get(type.name);
    type.description = described ?? describe(type, typePatterns) ?? type.description;
    if (isObjectType(type) || isInputObjectType(type)) describeFields(type, described !== undefined);
  }
}

function descriptionsIn({ definitions }: DocumentNode): Map<string, string> {
  const described = definitions.flatMap((definition) =>
    'description' in definition && definition.description && 'name' in definition && definition.name
      ? [[definition.name.value, definition.description.value] as const]
      : [],
  );
  return new Map(described);
}

function describeFields(type: GraphQLNamedType & { getFields(): Record<string, unknown> }, ours: boolean): void {
  const fields = Object.values(type.getFields()) as (GraphQLField<unknown, unknown> | GraphQLInputField)[];
  for (const field of fields) {
    if (!ours || !field.description) field.description = describe(field, fieldPatterns) ?? field.description;
    if ('args' in field) describeArguments(field);
  }
}

function describeArguments(field: { args: readonly GraphQLArgument[] }): void {
  field.args = field.args.filter((argument) => argument.name !== 'offset');
  for (const argument of field.args) argument.description ??= describe(argument, fieldPatterns);
}

function describe({ name }: Described, patterns: readonly (readonly [RegExp, string])[]): string | undefined {
  const found = patterns.find(([pattern]) => pattern.test(name));
  return found && name.replace(...found);
}
