import {
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';

/** What the library is given: all but root fields, which it would answer itself, and `pageInfo`, whose type it makes later. */
export const forLibrary = ({ definitions }: DocumentNode): DocumentNode =>
  document(definitions.filter((definition) => nameOf(definition) !== 'Query').map(withoutPageInfo));

/** What is added to the schema the library made: root fields, every `pageInfo`, and the types it dropped because only these need them. */
export function additionsTo(library: GraphQLSchema, { definitions }: DocumentNode): DocumentNode {
  const known = (definition: DefinitionNode) => library.getType(nameOf(definition) ?? '') !== undefined;
  const roots = definitions.filter((definition) => nameOf(definition) === 'Query').map(asExtension);
  const others = definitions.filter((definition) => nameOf(definition) !== 'Query');
  return document([...others.filter((definition) => !known(definition)), ...others.filter(isPage).filter(known).map(pageInfoOf), ...roots]);
}

const document = (definitions: readonly DefinitionNode[]): DocumentNode => ({ kind: Kind.DOCUMENT, definitions });

const nameOf = (definition: DefinitionNode): string | undefined => ('name' in definition ? definition.name?.value : undefined);

const isPageInfo = (field: FieldDefinitionNode): boolean => field.name.value === 'pageInfo';

const isPage = (definition: DefinitionNode): definition is ObjectTypeDefinitionNode =>
  definition.kind === Kind.OBJECT_TYPE_DEFINITION && (definition.fields ?? []).some(isPageInfo);

function withoutPageInfo(definition: DefinitionNode): DefinitionNode {
  if (!isPage(definition)) return definition;
  return { ...definition, fields: definition.fields?.filter((field) => !isPageInfo(field)) };
}

const pageInfoOf = ({ name, fields }: ObjectTypeDefinitionNode): ObjectTypeExtensionNode => ({
  kind: Kind.OBJECT_TYPE_EXTENSION,
  name,
  fields: fields?.filter(isPageInfo),
});

function asExtension(definition: DefinitionNode): DefinitionNode {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return definition;
  const { name, fields } = definition;
  return { kind: Kind.OBJECT_TYPE_EXTENSION, name, fields };
}
