import { type GraphQLObjectType, type GraphQLResolveInfo, getNamedType } from 'graphql';
import type { FactPart } from '../database/queries/asked-fact.ts';
import type { EntityLabel } from '../domain/vocabulary.ts';
import { cardAsked } from './cards-asked.ts';
import type { GraphContext } from './context.ts';
import { askedBelow, fieldsAsked, type OneField } from './fields-asked.ts';

/** What a field of a fact takes of it: properties, or of the entity at an end either its card or what a node of a type is asked for. */
export interface Taken {
  readonly property?: string | readonly string[];
  readonly end?: string;
  readonly type?: EntityLabel;
}

const takenBy = new WeakMap<object, Taken>();

/** Marks the resolver of a field that takes no more of a fact than this. */
export function takes<R extends object>(taken: Taken, resolve: R): R {
  takenBy.set(resolve, taken);
  return resolve;
}

/** What of facts a question takes below a field, beyond the fields of this path. Shape: undefined for the whole of them. */
export function factsAsked(info: GraphQLResolveInfo, { propertiesAsked }: GraphContext, ...path: string[]): FactPart | undefined {
  const [asked, type] = [askedBelow(info, path), typeBelow(info, path)];
  const taken = fieldsAsked(asked).map((node) => ({ node, of: takenOf(type, [node]) }));
  if (taken.some(({ of }) => !of)) return undefined;
  const [properties, ends, card] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { node, of = {} } of taken) {
    for (const name of [of.property ?? []].flat()) properties.add(name);
    if (!of.end) continue;
    ends.add(of.end);
    const at = { ...asked, fieldNodes: [node] };
    for (const name of (of.type ? propertiesAsked(at, of.type) : cardAsked(at)) ?? []) card.add(name);
  }
  card.delete('id');
  return { properties: [...properties], ends: [...ends], card: [...card] };
}

/** What every fact has, beside what our resolvers answer. */
const common: Readonly<Record<string, Taken>> = {
  __typename: {},
  factId: { property: 'factId' },
  certainty: { property: 'certainty' },
  disputed: { property: 'disputed' },
};

/** What a field of a type of facts takes of them. Shape: undefined for what may take anything. */
export const takenOf = (type: GraphQLObjectType, [{ name }]: OneField): Taken | undefined =>
  common[name.value] ?? takenBy.get(type.getFields()[name.value]?.resolve ?? {});

/** The type at a path below a field. */
export const typeBelow = ({ returnType }: GraphQLResolveInfo, path: readonly string[]): GraphQLObjectType =>
  path.reduce(
    (type, name) => getNamedType(type.getFields()[name]?.type) as GraphQLObjectType,
    getNamedType(returnType) as GraphQLObjectType,
  );
