import {
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
} from 'graphql';

/** Says whether a field is a plain value, which is the same under whatever name a client asks it. */
export const isPlainValue = ({ type, args }: GraphQLField<unknown, unknown>): boolean =>
  args.length === 0 && isLeafType(getNamedType(type));

/**
 * Has the library's resolvers of plain values look under the field's own name. They look under the client's name first, where the
 * value of another field may stand: of `{ name: nameEn, nameEn: name }` each would answer for the other.
 */
export function forgetAliases(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !type.name.startsWith('__'))
      for (const field of Object.values(type.getFields()))
        if (field.resolve && isPlainValue(field)) field.resolve = unaliased(field.resolve);
}

const unaliased =
  (resolve: GraphQLFieldResolver<unknown, unknown>): GraphQLFieldResolver<unknown, unknown> =>
  (source, args, context, info) =>
    resolve(source, args, context, info.fieldNodes[0]?.alias ? withoutAlias(info) : info);

const withoutAlias = (info: GraphQLResolveInfo): GraphQLResolveInfo => ({ ...info, fieldNodes: info.fieldNodes.map(byItsName) });

/** A field as it is asked under its own name. */
export const byItsName = ({ alias: _, ...field }: FieldNode): FieldNode => field;
