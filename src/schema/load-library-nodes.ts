import { type FieldNode, type GraphQLField, type GraphQLResolveInfo, type GraphQLSchema, getNamedType, Kind } from 'graphql';
import type { LoadedNode, NodeSource } from '../resolvers/context.ts';
import { sortNeighbours } from './sort-neighbours.ts';

// Asked beside whatever the client asks, so that rows can be told apart.
const idField: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'id' } };

type ListField = GraphQLField<unknown, unknown>;

/**
 * The library's load function: an unexposed list field of its schema, called with the selection a client made at a field of ours.
 * Errors: those of the database.
 */
export function createLibraryNodes(library: GraphQLSchema): NodeSource['byLibrary'] {
  const lists = listFieldsByType(library);
  return async (context, info, type, ids) => {
    const field = lists.get(type);
    if (!field?.resolve) throw new Error(`The library has no list of ${type}`);
    const args = { where: { id: { in: ids } }, limit: ids.length };
    const rows = (await field.resolve({}, args, context, atList(info, library, field))) as LoadedNode[];
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  };
}

function listFieldsByType(library: GraphQLSchema): Map<string, ListField> {
  const fields = Object.values(library.getQueryType()?.getFields() ?? {});
  return new Map(fields.map((field) => [getNamedType(field.type).name, field]));
}

/** The question as if it had been asked at the library's list. */
function atList(info: GraphQLResolveInfo, library: GraphQLSchema, field: ListField): GraphQLResolveInfo {
  const parentType = library.getQueryType();
  if (!parentType) throw new Error('The library made no Query');
  const fieldNodes = info.fieldNodes.map((node) => withList(node, field.name));
  const asked = { ...info, schema: library, fieldName: field.name, parentType, returnType: field.type, fieldNodes };
  return { ...asked, ...sortNeighbours(asked) };
}

const withList = (node: FieldNode, list: string): FieldNode => ({
  ...node,
  alias: undefined,
  arguments: [],
  directives: [],
  name: { kind: Kind.NAME, value: list },
  selectionSet: { kind: Kind.SELECTION_SET, selections: [...(node.selectionSet?.selections ?? []), idField] },
});
