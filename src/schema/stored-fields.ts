import { type DirectiveNode, type DocumentNode, type FieldDefinitionNode, Kind } from 'graphql';
import type { Asked, NodeSource } from '../resolvers/context.ts';
import { fieldsAsked } from '../resolvers/fields-asked.ts';
import { keptPerPlace } from '../resolvers/kept-per-place.ts';

/** Of a type's fields those that are answered from its nodes alone, each with the properties it takes. */
export type StoredFields = ReadonlyMap<string, readonly string[]>;

/** What of each type stands on its nodes. Whatever else a field may be, a neighbour or a property by another name, is the library's to read. */
export function storedFieldsOf({ definitions }: DocumentNode): Map<string, StoredFields> {
  const types = definitions.flatMap((definition) => (definition.kind === Kind.OBJECT_TYPE_DEFINITION ? [definition] : []));
  return new Map(
    types.map(({ name, fields = [] }) => [
      name.value,
      new Map(
        fields.flatMap((field) => {
          const taken = propertiesOf(field);
          return taken ? [[field.name.value, taken] as const] : [];
        }),
      ),
    ]),
  );
}

const ofLibrary = ['relationship', 'cypher', 'alias'];

function propertiesOf({ name, directives = [] }: FieldDefinitionNode): readonly string[] | undefined {
  if (directives.some((directive) => ofLibrary.includes(directive.name.value))) return undefined;
  const custom = directives.find((directive) => directive.name.value === 'customResolver');
  return custom ? requiredBy(custom) : [name.value];
}

function requiredBy({ arguments: given = [] }: DirectiveNode): readonly string[] {
  const value = given.find(({ name }) => name.value === 'requires')?.value;
  return value?.kind === Kind.STRING ? value.value.split(' ') : [];
}

/** Makes what tells the properties that a question takes from nodes of a type. Shape: undefined where it asks for more than stands on them. */
export function propertiesAskedOf(stored: ReadonlyMap<string, StoredFields>): NodeSource['propertiesAsked'] {
  const keep = keptPerPlace<readonly string[] | undefined>();
  const readProperties = (asked: Asked, type: string) => {
    const properties = fieldsAsked(asked).map(({ name }) => (name.value === '__typename' ? [] : stored.get(type)?.get(name.value)));
    return properties.includes(undefined) ? undefined : [...new Set(properties.flat() as string[])];
  };
  return (asked, type) => keep(asked, type, () => readProperties(asked, type));
}
