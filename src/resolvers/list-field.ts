import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import type { FactList, ListsBelow } from '../database/queries/build-facts-at.ts';
import type { FactAtRow } from '../database/queries/find-facts-at.ts';
import type { GraphContext } from './context.ts';
import { keptPerPlace } from './kept-per-place.ts';

/** How a field answers with an entity's facts: which list that is, which lists are asked below it, and what is shown of it. */
export interface ListField<A> {
  list(args: A, context: GraphContext, info: GraphQLResolveInfo): FactList;
  below(info: GraphQLResolveInfo, context: GraphContext): readonly ListsBelow[];
  show(rows: readonly FactAtRow[], args: A, totalCount: () => Promise<number>): unknown;
}

// biome-ignore lint/suspicious/noExplicitAny: a field's arguments are what the schema says.
type AnyListField = ListField<any>;

const fields = new WeakMap<object, AnyListField>();

/** What a resolver is that `listField` made. */
export const listFieldOf = (resolve: object | undefined): AnyListField | undefined => resolve && fields.get(resolve);

/** Makes the resolver of such a field: it takes nothing of its entity but the id, so that it can be read ahead. */
export function listField<A>(field: ListField<A>) {
  const kept = keepPlaces(field);
  // Of all entities at one place of a question it is one list.
  const known = new WeakMap<readonly FieldNode[], FactList>();
  const resolve = async ({ id }: { readonly id: string }, args: A, context: GraphContext, info: GraphQLResolveInfo) => {
    const list = known.get(info.fieldNodes) ?? kept.list(args, context, info);
    known.set(info.fieldNodes, list);
    const rows = await context.factsAt.list(id, list, () => kept.below(info, context));
    return field.show(rows, args, () => context.factsAt.count(id, list.wanted));
  };
  fields.set(resolve, kept);
  return resolve;
}

function keepPlaces<A>(field: ListField<A>): ListField<A> {
  const [lists, below] = [keptPerPlace<FactList>(), keptPerPlace<readonly ListsBelow[]>()];
  return {
    ...field,
    list: (args, context, info) => lists(info, JSON.stringify(args), () => field.list(args, context, info)),
    below: (info, context) => below(info, '', () => field.below(info, context)),
  };
}
