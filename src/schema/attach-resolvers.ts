import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType, isScalarType } from 'graphql';
import { scalars } from '../resolvers/scalars.ts';

/** Resolvers by type and field. */
export type Resolvers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Lays our resolvers and scalars into a schema. Errors: a resolver for a type or field that the definitions lack. */
export function attachResolvers(schema: GraphQLSchema, resolvers: Resolvers): void {
  for (const [typeName, fields] of Object.entries(resolvers))
    for (const [fieldName, resolve] of Object.entries(fields))
      fieldOf(schema, typeName, fieldName).resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
  for (const [name, { serialize, parseValue, parseLiteral }] of Object.entries(scalars)) {
    const scalar = schema.getType(name);
    if (isScalarType(scalar)) Object.assign(scalar, { serialize, parseValue, parseLiteral });
  }
}

function fieldOf(schema: GraphQLSchema, typeName: string, fieldName: string) {
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  if (!field) throw new Error(`There is a resolver for ${typeName}.${fieldName}, which schema/ does not define`);
  return field;
}
