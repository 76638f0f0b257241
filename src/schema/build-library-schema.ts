import { Neo4jGraphQL } from '@neo4j/graphql';
import { concatAST, type DocumentNode, type GraphQLSchema } from 'graphql';
import { gql } from 'graphql-tag';
import { hushEdgeWarnings } from './hush-edge-warnings.ts';

// The library only reads: its generated deletePeople without arguments would delete every person.
const readOnly = gql`
  extend schema @query(read: true, connection: false, aggregate: false) @mutation(operations: [])
`;

const excludeDeprecatedFields = {
  attributeFilters: true,
  aggregationFilters: true,
  aggregationFiltersOutsideConnection: true,
  relationshipFilters: true,
  mutationOperations: true,
};

/** How the library is used. */
export interface LibraryOptions {
  /** Whether the library checks our definitions: seven seconds that a test spends, so that no start has to. */
  readonly validate: boolean;
}

/** The part of the schema that the library makes: entity types, their neighbours, and list fields we call but do not show. */
export async function buildLibrarySchema(
  definitions: DocumentNode,
  resolvers: Record<string, object>,
  { validate }: LibraryOptions,
): Promise<GraphQLSchema> {
  // The driver comes with each request's context, so that the schema can be printed without a database.
  const library = new Neo4jGraphQL({
    // It writes its root type into what it is given, and would refuse that as a definition of the next schema.
    typeDefs: concatAST([definitions, structuredClone(readOnly)]),
    resolvers: resolvers as never,
    features: { excludeDeprecatedFields },
    validate,
  });
  return hushEdgeWarnings(() => library.getSchema());
}
