import { type FieldNode, type GraphQLField, getArgumentValues } from 'graphql';
import type { AskedField } from './expand-operation.ts';

/** A field's arguments with variables and defaults filled in. */
export interface FieldArguments {
  readonly field: GraphQLField<unknown, unknown>;
  readonly values: Readonly<Record<string, unknown>>;
  /** The argument that says how many rows come at most, where the field has one. */
  readonly size?: string;
}

/** Reads the arguments of fields, once for each place in the document. */
export function readArguments(fields: readonly AskedField[], variables: Record<string, unknown>): Map<FieldNode, FieldArguments> {
  return new Map(fields.map(({ node, field, size }) => [node, { field, size, values: getArgumentValues(field, node, variables) }]));
}
