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
} from 'graphql';

// The library makes these itself, and looks for what it made under the client's names.
const ofLibrary = /Connection$|Relationship$|^PageInfo$/;

/** Says whether a field of a type is a plain value of the graph, which is the same under whatever name a client asks it. */
export const isPlainValue = ({ name }: GraphQLNamedType, { type, args }: GraphQLField<unknown, unknown>): boolean =>
  !ofLibrary.test(name) && args.length === 0 && isLeafType(getNamedType(type));

/**
 * Has the library's resolvers of plain values look under the field's own name. They look under the client's name first, where the
 * value of another field may stand: of `{ name: nameEn, nameEn: name }` each would answer for the other.
 */
export function forgetAliases(schema: GraphQLSchema): void {
  const page = schema.getType('PageInfo');
  if (isObjectType(page)) for (const field of Object.values(page.getFields())) field.resolve = ofPage;
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !type.name.startsWith('__'))
      for (const field of Object.values(type.getFields()))
        if (field.resolve && isPlainValue(type, field)) field.resolve = unaliased(field.resolve);
}

// Of its own connections the library makes it under the client's names, and of ours it is under the fields' own.
const ofPage: GraphQLFieldResolver<Record<string, unknown>, unknown> = (page, _args, _context, { fieldName, path }) =>
  fieldName in page ? page[fieldName] : page[path.key];

const unaliased =
  (resolve: GraphQLFieldResolver<unknown, unknown>): GraphQLFieldResolver<unknown, unknown> =>
  (source, args, context, info) =>
    resolve(source, args, context, info.fieldNodes[0]?.alias ? withoutAlias(info) : info);

const withoutAlias = (info: GraphQLResolveInfo): GraphQLResolveInfo => ({ ...info, fieldNodes: info.fieldNodes.map(byItsName) });

/** A field as it is asked under its own name. */
export const byItsName = ({ alias: _, ...field }: FieldNode): FieldNode => field;
