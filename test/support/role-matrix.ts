import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type GraphQLSchema, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

const file = fileURLToPath(new URL('../schema/role-matrix.txt', import.meta.url));

/** Whom a field is open to, in an open and in a private graph: a role, or `passages`, as GRAPH_PASSAGES_FOR says. */
export interface FieldAccess {
  readonly open: string;
  readonly private: string;
}
/** By `Type.field`, `Type.field(argument)`, and the rules of the file. */
export type RoleMatrix = ReadonlyMap<string, FieldAccess>;

/** The matrix as it was entered by hand. */
export function readRoleMatrix(): RoleMatrix {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.flatMap((line) => {
      const [, type, open = '', closed = '', fields = ''] = /^(\*?\w*) +(\w+) +(\w+): (.+)$/.exec(line) ?? [];
      if (!type) throw new Error(`This is no line of the matrix: ${line}`);
      return fields.split(' ').flatMap((field) => writtenOut(field).map((one) => [`${type}.${one}`, { open, private: closed }] as const));
    }),
  );
}

/** `a(b,c)` is `a(b)` and `a(c)`. */
function writtenOut(field: string): string[] {
  const [, name, names] = /^(\w*)\((.+)\)$/.exec(field) ?? [];
  return names ? names.split(',').map((argument) => `${name}(${argument})`) : [field];
}

/** Every field of every type of a schema, as `Type.field`, those of inputs too, and every argument, as `Type.field(argument)`. */
export const fieldsOf = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__')) return [];
    if (isInputObjectType(type)) return Object.keys(type.getFields()).map((field) => `${type.name}.${field}`);
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap(({ name, args }) => [
      `${type.name}.${name}`,
      ...args.map((argument) => `${type.name}.${name}(${argument.name})`),
    ]);
  });

/** The entry of the matrix that a field falls under: its own, else a rule of the file. Shape: undefined where nobody has entered it. */
export function entryOf(matrix: RoleMatrix, path: string): string | undefined {
  const [, type = '', field = '', argument] = /^(\w+)\.(\w+)(\(\w+\))?$/.exec(path) ?? [];
  const [, read, generated] = /^(\w+)(Where|Sort|Filters)$/.exec(type) ?? [];
  const rules = argument ? [`*.${argument}`] : generated ? [`*${generated}.${field}`, `${read}.${field}`] : [];
  return [path, ...rules].find((entry) => matrix.has(entry));
}
