import {
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

const connection = /Connection$/;
const ofConnection = /Connection$|Relationship$|^PageInfo$/;

/** Says whether a field of a type is a plain value of the graph, which is the same under whatever name a client asks it. */
export const isPlainValue = ({ name }: GraphQLNamedType, { type, args }: GraphQLField<unknown, unknown>): boolean =>
  !ofConnection.test(name) && args.length === 0 && isLeafType(getNamedType(type));

/**
 * Has the library's resolvers look under a field's own name. They look under the client's first, where the value of another field may
 * stand: of `{ name: nameEn, nameEn: name }` each would answer for the other, and of two names for one count only one would be answered.
 */
export function forgetAliases(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !type.name.startsWith('__'))
      for (const field of Object.values(type.getFields())) field.resolve = forgetful(type, field) ?? field.resolve;
}

type Resolver = GraphQLFieldResolver<unknown, unknown>;

function forgetful(type: GraphQLNamedType, field: GraphQLField<unknown, unknown>): Resolver | undefined {
  if (ofConnection.test(type.name)) return partsOfConnection.has(field.name) ? ownValue : undefined;
  if (!field.resolve) return undefined;
  if (connection.test(getNamedType(field.type).name)) return asking(field.resolve, wholeConnection);
  return isPlainValue(type, field) ? unaliased(field.resolve) : undefined;
}

/** What the library makes of a connection, told to make all of it under its own names. */
const wholeConnection: SelectionSetNode = selectionOf({
  totalCount: {},
  edges: { cursor: {}, node: {} },
  pageInfo: { startCursor: {}, endCursor: {}, hasNextPage: {}, hasPreviousPage: {} },
});
const partsOfConnection = new Set([
  'totalCount',
  'edges',
  'cursor',
  'node',
  'pageInfo',
  'startCursor',
  'endCursor',
  'hasNextPage',
  'hasPreviousPage',
]);

interface Selected {
  readonly [field: string]: Selected;
}

function selectionOf(fields: Selected): SelectionSetNode {
  const selections = Object.entries(fields).map(
    ([value, below]): FieldNode => ({
      kind: Kind.FIELD,
      name: { kind: Kind.NAME, value },
      selectionSet: Object.keys(below).length > 0 ? selectionOf(below) : undefined,
    }),
  );
  return { kind: Kind.SELECTION_SET, selections };
}

const ownValue: Resolver = (source, _args, _context, { fieldName }) => (source as Record<string, unknown>)[fieldName];

/** The library has read what is asked by now; this is how it lays it out. */
const asking =
  (resolve: Resolver, selectionSet: SelectionSetNode): Resolver =>
  (source, args, context, info) =>
    resolve(source, args, context, { ...info, fieldNodes: info.fieldNodes.map((node) => ({ ...node, selectionSet })) });

const unaliased =
  (resolve: Resolver): Resolver =>
  (source, args, context, info) =>
    resolve(source, args, context, info.fieldNodes[0]?.alias ? withoutAlias(info) : info);

const withoutAlias = (info: GraphQLResolveInfo): GraphQLResolveInfo => ({ ...info, fieldNodes: info.fieldNodes.map(byItsName) });

/** A field as it is asked under its own name. */
export const byItsName = ({ alias: _, ...field }: FieldNode): FieldNode => field;
