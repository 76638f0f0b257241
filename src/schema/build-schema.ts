import { type DocumentNode, extendSchema, GraphQLObjectType, GraphQLSchema, Kind } from 'graphql';
import type { LoadNodes } from '../resolvers/context.ts';
import { resolvers } from '../resolvers/resolvers.ts';
import { attachResolvers } from './attach-resolvers.ts';
import { buildLibrarySchema, type LibraryOptions } from './build-library-schema.ts';
import { describeGenerated } from './describe-generated.ts';
import { guardMutations } from './guard-mutations.ts';
import { createLibraryNodes } from './load-library-nodes.ts';
import { readTypeDefinitions } from './read-type-definitions.ts';
import { additionsTo, forLibrary } from './split-definitions.ts';

/** The public schema, and the library's load function for nodes inside our own answers. */
export interface BuiltSchema {
  readonly schema: GraphQLSchema;
  readonly libraryNodes: (context: unknown) => LoadNodes;
}

/** Builds the executable public schema: the library's types, our root fields, no mutation. */
export async function buildSchema(options: LibraryOptions = { validate: false }): Promise<BuiltSchema> {
  const definitions = readTypeDefinitions();
  const library = await buildLibrarySchema(forLibrary(definitions), fieldResolversOf(definitions), options);
  const schema = extendSchema(withoutRoots(library), additionsTo(library, definitions));
  attachResolvers(schema, resolvers);
  guardMutations(schema);
  describeGenerated(schema, definitions);
  return { schema, libraryNodes: createLibraryNodes(library) };
}

/** The library asks for the resolvers of the fields it knows, and refuses root fields it does not. */
function fieldResolversOf({ definitions }: DocumentNode): Record<string, object> {
  const nodes = definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.directives?.length ? [definition.name.value] : [],
  );
  return Object.fromEntries(Object.entries(resolvers).filter(([type]) => nodes.includes(type)));
}

/** The library's list fields stay callable there, unexposed here. */
function withoutRoots(library: GraphQLSchema): GraphQLSchema {
  const { types, ...config } = library.toConfig();
  const query = new GraphQLObjectType({ name: 'Query', fields: {} });
  return new GraphQLSchema({
    ...config,
    query,
    mutation: undefined,
    types: types.filter((type) => type.name !== 'Query'),
    assumeValid: true,
  });
}
