import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** The largest page a list gives. */
export const largestPage = 100;

/** What an operation asks, with its variables coerced. */
export interface AskedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Record<string, unknown>;
}

/**
 * Refuses every `first` and `limit` outside 1–100, wherever it stands: `first: 0` would remove the library's LIMIT.
 * Shape: the refusals, in the order of the document. A field inside a fragment is checked once.
 */
export function checkPageSizes({ schema, document, operation, variables }: AskedOperation): GraphQLError[] {
  const refusals: GraphQLError[] = [];
  const types = new TypeInfo(schema);
  const enter = (node: FieldNode) => {
    const field = types.getFieldDef();
    if (field) refusals.push(...checkField(field, node, variables));
  };
  // Other operations of the document are not executed, and their variables are not here.
  const definitions = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION || definition === operation);
  visit({ ...document, definitions }, visitWithTypeInfo(types, { Field: { enter } }));
  return refusals;
}

function checkField(field: GraphQLField<unknown, unknown>, node: FieldNode, variables: Record<string, unknown>): GraphQLError[] {
  const sized = field.args.filter(({ name }) => name === 'first' || name === 'limit');
  if (sized.length === 0) return [];
  const values = getArgumentValues(field, node, variables);
  return sized.flatMap(({ name }) => (name in values && !allowed(values[name]) ? [refusal(name, values[name], node)] : []));
}

/** An explicit null is no size: the library would read it as no limit. */
const allowed = (value: unknown): boolean => typeof value === 'number' && value >= 1 && value <= largestPage;

const refusal = (name: string, asked: unknown, node: FieldNode): GraphQLError =>
  new GraphQLError(`${name}: must lie between 1 and ${largestPage}.`, {
    nodes: [node],
    extensions: { code: 'BAD_USER_INPUT', argument: name, limit: { name: 'page size', asked, allowed: largestPage } },
  });
