import { type FieldNode, type GraphQLField, getArgumentValues } from 'graphql';
import type { AskedField } from './expand-operation.ts';

/** A field's arguments with variables and defaults filled in. */
export interface FieldArguments {
  readonly field: GraphQLField<unknown, unknown>;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Reads the arguments of every field that takes any, once for each place in the document. */
export function readArguments(fields: readonly AskedField[], variables: Record<string, unknown>): Map<FieldNode, FieldArguments> {
  const read = new Map<FieldNode, FieldArguments>();
  const visit = ({ node, field, children }: AskedField): void => {
    if (field.args.length > 0 && !read.has(node)) read.set(node, { field, values: getArgumentValues(field, node, variables) });
    children.forEach(visit);
  };
  fields.forEach(visit);
  return read;
}
