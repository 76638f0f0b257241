import { type DocumentNode, extendSchema, GraphQLObjectType, GraphQLSchema, Kind } from 'graphql';
import type { NodeSource } from '../resolvers/context.ts';
import { resolvers } from '../resolvers/resolvers.ts';
import { attachResolvers } from './attach-resolvers.ts';
import { buildLibrarySchema, type LibraryOptions } from './build-library-schema.ts';
import { describeGenerated } from './describe-generated.ts';
import { forgetAliases } from './forget-aliases.ts';
import { guardMutations } from './guard-mutations.ts';
import { planLibraryReads } from './plan-library-reads.ts';
import { readTypeDefinitions } from './read-type-definitions.ts';
import { additionsTo, forLibrary } from './split-definitions.ts';
import { propertiesAskedOf, storedFieldsOf } from './stored-fields.ts';

/** The public schema, and how nodes inside our own answers can be read. */
export interface BuiltSchema {
  readonly schema: GraphQLSchema;
  readonly nodeSource: NodeSource;
}

/** Builds the executable public schema: the library's types, our root fields, no mutation. */
export async function buildSchema(options: LibraryOptions = { validate: false }): Promise<BuiltSchema> {
  const definitions = readTypeDefinitions();
  const library = await buildLibrarySchema(forLibrary(definitions), fieldResolversOf(definitions), options);
  const schema = extendSchema(withoutRoots(library), additionsTo(library, definitions));
  forgetAliases(schema);
  attachResolvers(schema, resolvers);
  guardMutations(schema);
  describeGenerated(schema, definitions);
  const stored = storedFieldsOf(definitions);
  const nodeSource = { libraryRead: planLibraryReads(library), propertiesAsked: propertiesAskedOf(stored) };
  return { schema, nodeSource };
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
