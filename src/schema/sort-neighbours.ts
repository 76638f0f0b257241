import {
  type ArgumentNode,
  astFromValue,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLResolveInfo,
  getArgumentValues,
  getNamedType,
  isInputObjectType,
  isUnionType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { byItsName, isPlainValue } from './forget-aliases.ts';

/** A piece of a question that the library reads. */
type Part = FieldNode | FragmentDefinitionNode;

/**
 * Gives every neighbour list of a question an order to end with, since the library leaves equals as the database happens to find them;
 * asks for plain values by their own names, as `forgetAliases` looks for them; and for one where nothing but the name of a type is asked,
 * for which the library finds no rows, or writes a statement that is none.
 */
export function sortNeighbours(info: GraphQLResolveInfo): Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'> {
  const sorted = <P extends Part>(part: P, types: TypeInfo): P => {
    const leave = (node: FieldNode) => {
      const field = types.getFieldDef();
      const type = types.getParentType();
      if (type && field && node.alias && isPlainValue(type, field)) return byItsName(node);
      // The list we call ourselves is put into the order of the ids.
      return field && type !== info.parentType ? withSort(field, node, info.variableValues) : undefined;
    };
    const leaveSet = (node: SelectionSetNode) => withPlainValue(node, types.getParentType());
    return visit(part, visitWithTypeInfo(types, { Field: { leave }, SelectionSet: { leave: leaveSet } }));
  };
  const fragments = Object.entries(info.fragments).map(([name, fragment]) => [name, sorted(fragment, new TypeInfo(info.schema))]);
  return {
    fieldNodes: info.fieldNodes.map((node) => sorted(node, new TypeInfo(info.schema, info.parentType))),
    fragments: Object.fromEntries(fragments),
  };
}

function withSort(field: GraphQLField<unknown, unknown>, node: FieldNode, variables: Record<string, unknown>): FieldNode | undefined {
  const argument = field.args.find(({ name }) => name === 'sort');
  const usual = argument && usualOrder(argument.type);
  if (!usual) return undefined;
  const given = (getArgumentValues(field, node, variables).sort ?? []) as unknown[];
  const value = astFromValue([...given, usual], argument.type);
  const others = (node.arguments ?? []).filter(({ name }) => name.value !== 'sort');
  return value ? { ...node, arguments: [...others, sortArgument(value as ArgumentNode['value'])] } : undefined;
}

function withPlainValue({ selections, ...set }: SelectionSetNode, type?: GraphQLCompositeType | null): SelectionSetNode | undefined {
  const isOfType = (node: SelectionNode) => node.kind === Kind.FIELD && node.name.value === '__typename';
  if (!type || isUnionType(type) || !selections.every(isOfType)) return undefined;
  const { id, ...others } = type.getFields();
  const plain = id ?? Object.values(others).find((field) => isPlainValue(type, field) || field.name === 'cursor');
  return plain && { ...set, selections: [...selections, { kind: Kind.FIELD, name: { kind: Kind.NAME, value: plain.name } }] };
}

const sortArgument = (value: ArgumentNode['value']): ArgumentNode => ({
  kind: Kind.ARGUMENT,
  name: { kind: Kind.NAME, value: 'sort' },
  value,
});

/** By pinyin, or by line for facts; both keys end with the id. A connection sorts by its nodes. */
function usualOrder(type: GraphQLInputType): object | undefined {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return undefined;
  const { nameKey, docKey, node } = named.getFields();
  if (nameKey) return { nameKey: 'ASC' };
  if (docKey) return { docKey: 'ASC' };
  const inner = node && usualOrder(node.type);
  return inner && { node: inner };
}
