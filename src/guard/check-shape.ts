import type { GraphQLError } from 'graphql';
import type { Limits } from '../domain/limits.ts';
import type { AskedField } from './expand-operation.ts';
import { tooCostly } from './refuse.ts';

/** Refuses a question that is too deep, renames too much or asks too many things at once, whatever its variables. */
export function checkShape(fields: readonly AskedField[], limits: Limits): GraphQLError[] {
  return [...checkDepth(fields, limits), ...checkAliases(fields, limits.aliases), ...checkRootFields(fields, limits.rootFields)];
}

/** The levels of a question: `edges` and `node` are none, and introspection has a limit of its own. */
function checkDepth(fields: readonly AskedField[], { depth, introspectionDepth }: Limits): GraphQLError[] {
  return fields.flatMap((field) => {
    const allowed = field.field.name.startsWith('__') ? introspectionDepth : depth;
    const asked = depthOf(field);
    return asked > allowed
      ? [tooCostly({ name: 'depth', asked, allowed }, 'Ask for the inner parts in a question of their own.', field.node)]
      : [];
  });
}

const depthOf = ({ field, children }: AskedField): number =>
  (field.name === 'edges' || field.name === 'node' ? 0 : 1) + children.reduce((deepest, child) => Math.max(deepest, depthOf(child)), 0);

function checkAliases(fields: readonly AskedField[], allowed: number): GraphQLError[] {
  const asked = countAliases(fields);
  return asked > allowed ? [tooCostly({ name: 'aliases', asked, allowed }, 'Ask in several requests.')] : [];
}

const countAliases = (fields: readonly AskedField[]): number =>
  fields.reduce((count, { node, children }) => count + (node.alias ? 1 : 0) + countAliases(children), 0);

const checkRootFields = ({ length: asked }: readonly AskedField[], allowed: number): GraphQLError[] =>
  asked > allowed ? [tooCostly({ name: 'root fields', asked, allowed }, 'Ask in several requests.')] : [];
