import { type GraphQLObjectType, type GraphQLResolveInfo, getNamedType } from 'graphql';
import type { FactPart } from '../database/queries/asked-fact.ts';
import { cardAsked } from './cards-asked.ts';
import type { GraphContext } from './context.ts';
import { askedBelow, fieldsAsked } from './fields-asked.ts';

/** What a field of a fact takes of it: a property, or of the entity at an end either its card or what a node of a type is asked for. */
export type Taken = { readonly property: string } | { readonly end: string; readonly type?: string } | Record<string, never>;

const takenBy = new WeakMap<object, Taken>();

/** Marks the resolver of a field that takes no more of a fact than this. */
export function takes<R extends object>(taken: Taken, resolve: R): R {
  takenBy.set(resolve, taken);
  return resolve;
}

/** What of facts a question takes below a field, beyond the fields of this path. Shape: undefined for the whole of them. */
export function factsAsked(info: GraphQLResolveInfo, { propertiesAsked }: GraphContext, ...path: string[]): FactPart | undefined {
  const [asked, type] = [askedBelow(info, path), typeBelow(info, path)];
  const taken = fieldsAsked(asked).map((node) => ({ node, of: takenOf(type, node.name.value) }));
  if (taken.some(({ of }) => !of)) return undefined;
  const [properties, ends, card] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { node, of = {} } of taken) {
    if ('property' in of) properties.add(of.property);
    if (!('end' in of)) continue;
    ends.add(of.end);
    const at = { ...asked, fieldNodes: [node] };
    for (const name of (of.type ? propertiesAsked(at, of.type) : cardAsked(at)) ?? []) card.add(name);
  }
  return { properties: [...properties], ends: [...ends], card: [...card] };
}

/** What every fact has. */
const always = new Set(['factId', 'certainty', 'disputed', '__typename']);

const takenOf = (type: GraphQLObjectType, field: string): Taken | undefined =>
  always.has(field) ? {} : takenBy.get(type.getFields()[field]?.resolve ?? {});

const typeBelow = ({ returnType }: GraphQLResolveInfo, path: readonly string[]): GraphQLObjectType =>
  path.reduce(
    (type, name) => getNamedType(type.getFields()[name]?.type) as GraphQLObjectType,
    getNamedType(returnType) as GraphQLObjectType,
  );
