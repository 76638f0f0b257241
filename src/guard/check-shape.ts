import type { GraphQLError, OperationTypeNode } from 'graphql';
import type { Limits } from '../domain/limits.ts';
import type { AskedField } from './expand-operation.ts';
import { foldFields } from './fold-fields.ts';
import { tooCostly } from './refuse.ts';

/** Refuses a question that is too deep, renames too much or asks too many things at once, whatever its variables. */
export function checkShape(kind: OperationTypeNode, fields: readonly AskedField[], limits: Limits): GraphQLError[] {
  const { aliases, rootFields, mutations } = limits;
  return [
    ...checkDepth(fields, limits),
    ...checkAliases(fields, aliases),
    ...checkRootFields(fields, 'root fields', rootFields),
    ...(kind === 'mutation' ? checkRootFields(fields, 'mutations', mutations) : []),
  ];
}

/** Refuses more fields than could be executed one by one: fragments count wherever they stand. */
export function checkFields(fields: readonly AskedField[], allowed: number): GraphQLError[] {
  const asked = sum(foldFields<number>(fields, (_field, children) => 1 + sum(children)));
  return asked > allowed ? [tooCostly({ name: 'fields', asked, allowed }, 'Fragments count wherever they stand; ask for less.')] : [];
}

/** The levels of a question: `edges` and `node` are none, and introspection has a limit of its own. */
function checkDepth(fields: readonly AskedField[], { depth, introspectionDepth }: Limits): GraphQLError[] {
  const depths = foldFields<number>(fields, ({ field }, children) => Math.max(0, ...children) + (notLevels.has(field.name) ? 0 : 1));
  return fields.flatMap(({ field, node }, index) => {
    const allowed = field.name.startsWith('__') ? introspectionDepth : depth;
    const asked = depths[index] ?? 0;
    return asked > allowed
      ? [tooCostly({ name: 'depth', asked, allowed }, 'Ask for the inner parts in a question of their own.', node)]
      : [];
  });
}

const notLevels = new Set(['edges', 'node']);

function checkAliases(fields: readonly AskedField[], allowed: number): GraphQLError[] {
  const asked = sum(foldFields<number>(fields, ({ node }, children) => (node.alias ? 1 : 0) + sum(children)));
  return asked > allowed ? [tooCostly({ name: 'aliases', asked, allowed }, 'Ask in several requests.')] : [];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const checkRootFields = ({ length: asked }: readonly AskedField[], name: string, allowed: number): GraphQLError[] =>
  asked > allowed ? [tooCostly({ name, asked, allowed }, 'Ask in several requests.')] : [];
