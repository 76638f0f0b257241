import { type FieldNode, GraphQLError, type GraphQLField, getArgumentValues } from 'graphql';
import type { AskedField } from './expand-operation.ts';
import { badInput } from './refuse.ts';

/** A field's arguments with variables and defaults filled in. */
export interface FieldArguments {
  readonly field: GraphQLField<unknown, unknown>;
  readonly values: Readonly<Record<string, unknown>>;
  /** The argument that says how many rows come at most, where the field has one. */
  readonly size?: string;
}

/** Reads the arguments of fields, once for each place in the document. Shape: or the fault of one. */
export function readArguments(
  fields: readonly AskedField[],
  variables: Record<string, unknown>,
): Map<FieldNode, FieldArguments> | { readonly fault: GraphQLError } {
  const read = new Map<FieldNode, FieldArguments>();
  for (const { node, field, size } of fields) {
    try {
      read.set(node, { field, size, values: getArgumentValues(field, node, variables) });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      // A default of the client's lets a variable stand where null may not, and null is what it was given.
      return { fault: badInput(node.name.value, 'null stands where an argument needs a value.', node) };
    }
  }
  return read;
}
