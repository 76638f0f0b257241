import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
} from 'graphql';

/** How a question comes to objects of a type. */
export interface Way {
  /** The question that asks this of them. */
  question(selection: string): string;
  /** The objects in its data. */
  objects(data: unknown): Record<string, unknown>[];
}

/** What arguments are given, by `field.argument` or else by `argument`, written as in a question. */
export type Literals = Readonly<Record<string, string>>;
type Field = GraphQLField<unknown, unknown>;

/**
 * A short way to objects of each type of a schema, by its name, in the graph that is asked.
 * Shape: none to a type of which the graph has nothing; a page of nothing is nothing.
 */
export async function waysToTypes(
  schema: GraphQLSchema,
  given: Literals,
  ask: (question: string) => Promise<unknown>,
): Promise<Map<string, Way>> {
  const root = { name: 'Query', way: { question: (selection: string) => `{ ${selection} }`, objects: objectsIn }, isFirst: true };
  const ways = new Map<string, Way>([[root.name, root.way]]);
  // Other objects of a type may have what the first have not, so that further ways to it are gone too, last.
  const [queue, further] = [[root], [] as (typeof root)[]];
  for (const { name, way, isFirst } of queue) {
    for (const { field, target } of objectFieldsOf(schema, name)) {
      const next = { name: target.name, way: step(way, field, given), isFirst: !ways.has(target.name) };
      if (!next.isFirst && isFirst) further.push(next);
      if (!next.isFirst || next.way.objects(await ask(next.way.question(everyFieldOf(target, given)))).length === 0) continue;
      ways.set(target.name, next.way);
      queue.push(next);
    }
    if (queue.at(-1)?.way === way) queue.push(...further.splice(0));
  }
  return ways;
}

const objectFieldsOf = (schema: GraphQLSchema, name: string): { field: Field; target: GraphQLObjectType }[] =>
  Object.values((schema.getType(name) as GraphQLObjectType).getFields()).flatMap((field) => {
    const target = getNamedType(field.type);
    return isObjectType(target) ? [{ field, target }] : [];
  });

const step = (way: Way, field: Field, given: Literals): Way => ({
  question: (selection) => way.question(`${callOf(field, given)} { ${selection} }`),
  objects: (data) => way.objects(data).flatMap((object) => objectsIn(object[field.name])),
});

/** A selection of every field of a type. */
export const everyFieldOf = (type: GraphQLObjectType, given: Literals): string =>
  Object.values(type.getFields())
    .map((field) => callOf(field, given) + glimpseOf(getNamedType(field.type)))
    .join(' ');

function callOf({ name, args }: Field, given: Literals): string {
  const written = args.flatMap((argument) => {
    const literal = given[`${name}.${argument.name}`] ?? given[argument.name];
    return literal === undefined ? [] : `${argument.name}: ${literal}`;
  });
  return written.length > 0 ? `${name}(${written.join(', ')})` : name;
}

/** Shows that objects are there: their type and one plain field, without which the library leaves edges out. */
function glimpseOf(type: GraphQLNamedType): string {
  if (!isObjectType(type)) return '';
  const plain = Object.values(type.getFields()).find((field) => isLeafType(getNamedType(field.type)) && field.args.length === 0);
  return ` { __typename ${plain?.name ?? ''} }`;
}

const objectsIn = (value: unknown): Record<string, unknown>[] => [value].flat().filter(isSomething);

const isSomething = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !('edges' in value && Array.isArray(value.edges) && value.edges.length === 0);
