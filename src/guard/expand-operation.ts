import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';

/** One field as it will be asked: those of a fragment stand wherever the fragment does. */
export interface AskedField {
  readonly node: FieldNode;
  readonly field: GraphQLField<unknown, unknown>;
  /** Whether it answers objects, which have fields of their own. */
  readonly composite: boolean;
  readonly list: boolean;
  readonly children: readonly AskedField[];
}

/** A valid operation in its document. */
export interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** Unfolds an operation into its fields, every fragment written out. Shape: undefined where that would be more than `most` fields. */
export function expandOperation({ schema, document, operation }: Operation, most: number): AskedField[] | undefined {
  const fragments = new Map(document.definitions.filter(isFragment).map((fragment) => [fragment.name.value, fragment]));
  let left = most;
  const expand = (selectionSet: SelectionSetNode | undefined, parent: GraphQLCompositeType): AskedField[] =>
    (selectionSet?.selections ?? []).flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return expandField(selection, parent);
      const inner = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const named = inner?.typeCondition && schema.getType(inner.typeCondition.name.value);
      return expand(inner?.selectionSet, isCompositeType(named) ? named : parent);
    });
  const expandField = (node: FieldNode, parent: GraphQLCompositeType): AskedField[] => {
    const field = fieldOf(schema, parent, node.name.value);
    left -= 1;
    if (!field || left < 0) return [];
    const type = getNamedType(field.type);
    const composite = isCompositeType(type);
    const children = composite ? expand(node.selectionSet, type) : [];
    return [{ node, field, composite, list: isListType(getNullableType(field.type)), children }];
  };
  const root = schema.getRootType(operation.operation);
  const fields = root ? expand(operation.selectionSet, root) : [];
  return left < 0 ? undefined : fields;
}

const isFragment = (definition: DocumentNode['definitions'][number]): definition is FragmentDefinitionNode =>
  definition.kind === Kind.FRAGMENT_DEFINITION;

function fieldOf(schema: GraphQLSchema, parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (parent === schema.getQueryType() && name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (parent === schema.getQueryType() && name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return 'getFields' in parent ? parent.getFields()[name] : undefined;
}
