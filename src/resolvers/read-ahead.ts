import { type GraphQLResolveInfo, getArgumentValues, isObjectType } from 'graphql';
import type { ListsBelow, ListTree } from '../database/queries/build-facts-at.ts';
import type { EntityLabel } from '../domain/vocabulary.ts';
import type { GraphContext } from './context.ts';
import { takenOf, typeBelow } from './facts-asked.ts';
import { fieldGroups, groupsBelow } from './fields-asked.ts';
import { keptPerPlace } from './kept-per-place.ts';
import { listFieldOf } from './list-field.ts';

const keep = keptPerPlace<ListTree[]>();

/**
 * Begins to read the lists that a question asks of an entity while the entity itself is still read, and with them the lists below.
 * What is read stays with the loaders of the request, where the fields find it when their turn comes.
 * Shape: whether there are any.
 */
export function beginLists(info: GraphQLResolveInfo, type: string, id: string, context: GraphContext): boolean {
  const asked = keep(info, type, () => listsAsked(info, type, context));
  // Whatever is wrong with it is said when the field itself is answered.
  for (const { list, below } of asked) context.factsAt.list(id, list, () => below).catch(() => {});
  return asked.length > 0;
}

/** What is asked of the entities at the ends of facts that stand at this path below a field. */
export const belowFacts =
  (...path: string[]) =>
  (info: GraphQLResolveInfo, context: GraphContext): ListsBelow[] =>
    groupsBelow(info, path)
      .flatMap((fieldNodes) => fieldGroups({ ...info, fieldNodes }))
      .flatMap((fieldNodes) => {
        const taken = takenOf(typeBelow(info, path), fieldNodes);
        return taken?.end && taken.type ? listsBelow({ ...info, fieldNodes }, taken.end, taken.type, context) : [];
      });

/** What is asked of the entities of a type that stand at this path below a field, each at an end of a fact. */
export const belowNodes =
  (end: string, type: EntityLabel, ...path: string[]) =>
  (info: GraphQLResolveInfo, context: GraphContext): ListsBelow[] =>
    groupsBelow(info, path).flatMap((fieldNodes) => listsBelow({ ...info, fieldNodes }, end, type, context));

function listsBelow(info: GraphQLResolveInfo, end: string, label: EntityLabel, context: GraphContext): ListsBelow[] {
  const lists = listsAsked(info, label, context);
  return lists.length > 0 ? [{ end, label, lists }] : [];
}

/** The lists asked of entities of a type, each with those below it. */
function listsAsked(info: GraphQLResolveInfo, type: string, context: GraphContext): ListTree[] {
  const parentType = info.schema.getType(type);
  if (!isObjectType(parentType)) return [];
  return fieldGroups(info).flatMap((fieldNodes) => {
    const [node] = fieldNodes;
    const field = parentType.getFields()[node.name.value];
    const listed = listFieldOf(field?.resolve);
    if (!field || !listed) return [];
    const at = { ...info, parentType, fieldNodes, fieldName: field.name, returnType: field.type };
    try {
      const args = getArgumentValues(field, node, info.variableValues);
      return [{ list: listed.list(args, context, at), below: listed.below(at, context) }];
    } catch {
      // An argument is wrong, which the field itself will say.
      return [];
    }
  });
}
