import { type GraphQLSchema, printSchema } from 'graphql';

/** The public schema as it stands in `docs/schema.graphql` and behind `/schema.graphql`. */
export const printPublicSchema = (schema: GraphQLSchema): string => `${printSchema(schema)}\n`;
