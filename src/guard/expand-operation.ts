import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  type InlineFragmentNode,
  isCompositeType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';

/** One field as it will be asked. */
export interface AskedField {
  readonly node: FieldNode;
  readonly field: GraphQLField<unknown, unknown>;
  /** Whether it answers objects, which have fields of their own. */
  readonly composite: boolean;
  readonly list: boolean;
  /** The argument that says how many rows come at most, where it takes one. */
  readonly size?: string;
  readonly children: readonly AskedField[];
}

const sizes = new Set(['first', 'limit', 'maxNodes']);

/** A valid operation in its document. */
export interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** Unfolds an operation into its fields: those of a fragment stand wherever the fragment does, though they are made once. */
export function expandOperation({ schema, document, operation }: Operation): AskedField[] {
  const fragments = new Map(document.definitions.filter(isFragment).map((fragment) => [fragment.name.value, fragment]));
  const made = new Map<FragmentDefinitionNode, AskedField[]>();
  const expand = (selectionSet: SelectionSetNode | undefined, parent: GraphQLCompositeType): AskedField[] =>
    (selectionSet?.selections ?? []).flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return expandField(selection, parent);
      if (selection.kind === Kind.INLINE_FRAGMENT) return expandFragment(selection, parent);
      const fragment = fragments.get(selection.name.value);
      if (!fragment) return [];
      const fields = made.get(fragment) ?? expandFragment(fragment, parent);
      made.set(fragment, fields);
      return fields;
    });
  const expandFragment = ({ typeCondition, selectionSet }: FragmentDefinitionNode | InlineFragmentNode, parent: GraphQLCompositeType) => {
    const named = typeCondition && schema.getType(typeCondition.name.value);
    return expand(selectionSet, isCompositeType(named) ? named : parent);
  };
  const expandField = (node: FieldNode, parent: GraphQLCompositeType): AskedField[] => {
    const field = fieldOf(schema, parent, node.name.value);
    if (!field) return [];
    const type = getNamedType(field.type);
    const composite = isCompositeType(type);
    const children = composite ? expand(node.selectionSet, type) : [];
    const size = field.args.find(({ name }) => sizes.has(name))?.name;
    return [{ node, field, composite, list: isListType(getNullableType(field.type)), size, children }];
  };
  const root = schema.getRootType(operation.operation);
  return root ? expand(operation.selectionSet, root) : [];
}

const isFragment = (definition: DocumentNode['definitions'][number]): definition is FragmentDefinitionNode =>
  definition.kind === Kind.FRAGMENT_DEFINITION;

function fieldOf(schema: GraphQLSchema, parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (parent === schema.getQueryType() && name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (parent === schema.getQueryType() && name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return 'getFields' in parent ? parent.getFields()[name] : undefined;
}
