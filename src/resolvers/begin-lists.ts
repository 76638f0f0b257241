import { type FieldNode, type GraphQLObjectType, type GraphQLResolveInfo, getArgumentValues, isObjectType } from 'graphql';
import { groupBy } from '../domain/group-by.ts';
import type { GraphContext } from './context.ts';
import { fieldsAsked } from './fields-asked.ts';

const listsById = new WeakSet<object>();

/** Marks the resolver of a list that takes nothing of its entity but the id. */
export function byId<R extends object>(resolve: R): R {
  listsById.add(resolve);
  return resolve;
}

/**
 * Begins to read the lists that a question asks of an entity while the entity itself is still read: a round trip less to wait for.
 * What is read stays with the loaders of the request, where the fields find it when their turn comes.
 */
export function beginLists(info: GraphQLResolveInfo, label: string, id: string, context: GraphContext): void {
  const parentType = info.schema.getType(label);
  if (!isObjectType(parentType)) return;
  // Fields under one name are one field, which asks for all that any of them does.
  for (const nodes of groupBy(fieldsAsked(info), ({ alias, name }) => (alias ?? name).value).values())
    beginList({ ...info, parentType, fieldNodes: nodes }, parentType, nodes, id, context);
}

function beginList(
  info: GraphQLResolveInfo,
  type: GraphQLObjectType,
  [node]: readonly FieldNode[],
  id: string,
  context: GraphContext,
): void {
  const field = node && type.getFields()[node.name.value];
  const resolve = field?.resolve;
  if (!node || !resolve || !listsById.has(resolve)) return;
  const asked = { ...info, fieldName: field.name, returnType: field.type };
  const begin = async () => resolve({ id }, getArgumentValues(field, node, info.variableValues), context, asked);
  // Whatever is wrong with it is said when the field itself is answered.
  begin().catch(() => {});
}
