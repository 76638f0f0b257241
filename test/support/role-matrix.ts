import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type GraphQLSchema, isObjectType } from 'graphql';

const file = fileURLToPath(new URL('../schema/role-matrix.txt', import.meta.url));

/** Whom a field is open to, in an open and in a private graph: a role, or `passages`, as GRAPH_PASSAGES_FOR says. */
export interface FieldAccess {
  readonly open: string;
  readonly private: string;
}

/** The matrix as it was entered by hand, by `Type.field`. */
export function readRoleMatrix(): Map<string, FieldAccess> {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.flatMap((line) => {
      const [, type, open = '', closed = '', fields = ''] = /^(\w+) +(\w+) +(\w+): (.+)$/.exec(line) ?? [];
      if (!type) throw new Error(`This is no line of the matrix: ${line}`);
      return fields.split(' ').map((field) => [`${type}.${field}`, { open, private: closed }] as const);
    }),
  );
}

/** Every field of every type of a schema, as `Type.field`. */
export const fieldsOf = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith('__') ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
  );
