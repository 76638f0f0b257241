import { type FieldNode, type GraphQLField, type GraphQLResolveInfo, type GraphQLSchema, getNamedType, Kind } from 'graphql';
import type { LibraryRead, NodeSource } from '../resolvers/context.ts';
import { keptPerPlace } from '../resolvers/kept-per-place.ts';
import { sortNeighbours } from './sort-neighbours.ts';

type ListField = GraphQLField<unknown, unknown>;

/** Makes what has the library write a statement for nodes of a type, once for each place of a question: the ids are put in each time. */
export function planLibraryReads(library: GraphQLSchema): NodeSource['libraryRead'] {
  const lists = listFieldsByType(library);
  const keep = keptPerPlace<Promise<LibraryRead>>();
  return (info, type) => keep(info, type, () => writeRead(library, lists.get(type), info));
}

function listFieldsByType(library: GraphQLSchema): Map<string, ListField> {
  const fields = Object.values(library.getQueryType()?.getFields() ?? {});
  return new Map(fields.map((field) => [getNamedType(field.type).name, field]));
}

// No client can send it: control characters are refused.
const anyId = '\u0000';
// As many as are asked at once.
const limit = 100;

/** Calls an unexposed list field of the library's schema with the selection made at a field of ours, and takes down what it would run. */
async function writeRead(library: GraphQLSchema, field: ListField | undefined, info: GraphQLResolveInfo): Promise<LibraryRead> {
  if (!field?.resolve) throw new Error('The library has no list of this type');
  const taken = takeDown();
  const args = { where: { id: { in: [anyId] } }, limit };
  await field.resolve({}, args, { executionContext: taken }, atList(info, library, field));
  const [{ cypher, params }] = taken.statements as [Taken];
  const ids = Object.keys(params).find((name) => [params[name]].flat()[0] === anyId);
  if (!ids) throw new Error('The library did not ask for the ids it was given');
  return (given) => ({ cypher, params: { ...params, [ids]: given } });
}

interface Taken {
  readonly cypher: string;
  readonly params: Record<string, unknown>;
}

/** A transaction in which nothing runs. */
function takeDown() {
  const statements: Taken[] = [];
  const run = async (cypher: string, params: Taken['params']) => {
    // Asked once, before the first: what is written is the same for all that we support.
    if (cypher.includes('dbms.components')) return { records: [['5.26.0', 'community']] };
    statements.push({ cypher, params });
    return { records: [], summary: { counters: { updates: () => ({}) } } };
  };
  return { run, statements };
}

/** The question as if it had been asked at the library's list. */
function atList(info: GraphQLResolveInfo, library: GraphQLSchema, field: ListField): GraphQLResolveInfo {
  const parentType = library.getQueryType();
  if (!parentType) throw new Error('The library made no Query');
  const fieldNodes = info.fieldNodes.map((node) => withList(node, field.name));
  const asked = { ...info, schema: library, fieldName: field.name, parentType, returnType: field.type, fieldNodes };
  return { ...asked, ...sortNeighbours(asked) };
}

// Asked beside whatever the client asks, so that rows can be told apart.
const idField: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'id' } };

const withList = (node: FieldNode, list: string): FieldNode => ({
  ...node,
  alias: undefined,
  arguments: [],
  directives: [],
  name: { kind: Kind.NAME, value: list },
  selectionSet: { kind: Kind.SELECTION_SET, selections: [...(node.selectionSet?.selections ?? []), idField] },
});
