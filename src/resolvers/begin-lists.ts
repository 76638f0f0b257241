import { type GraphQLResolveInfo, getArgumentValues, isObjectType } from 'graphql';
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
  const type = info.schema.getType(label);
  if (!isObjectType(type)) return;
  for (const node of fieldsAsked(info)) {
    const field = type.getFields()[node.name.value];
    const resolve = field?.resolve;
    if (!resolve || !listsById.has(resolve)) continue;
    const begin = async () => resolve({ id }, getArgumentValues(field, node, info.variableValues), context, info);
    // Whatever is wrong with it is said when the field itself is answered.
    begin().catch(() => {});
  }
}
