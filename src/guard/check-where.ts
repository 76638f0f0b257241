import { type FieldNode, type GraphQLError, type GraphQLInputType, getNamedType, isInputObjectType } from 'graphql';
import type { Limits } from '../domain/limits.ts';
import type { FieldArguments } from './read-arguments.ts';
import { overLimit } from './refuse.ts';

const relationshipFilters = new Set(['all', 'edge', 'node', 'none', 'single', 'some']);

interface Measure {
  depth: number;
  predicates: number;
  relationshipFilters: number;
}

/** Refuses conditions that nest too deep, hold too many predicates or follow too many relationships. */
export function checkWhere(asked: ReadonlyMap<FieldNode, FieldArguments>, limits: Limits): GraphQLError[] {
  const allowed: Measure = { depth: limits.whereDepth, predicates: limits.predicates, relationshipFilters: limits.relationshipFilters };
  return [...asked].flatMap(([node, { field, values }]) => {
    const where = field.args.find(({ name }) => name === 'where');
    if (!where || !values.where) return [];
    const found: Measure = { depth: 0, predicates: 0, relationshipFilters: 0 };
    measure(values.where, where.type, 1, found);
    const over = (Object.keys(allowed) as (keyof Measure)[]).find((name) => found[name] > allowed[name]);
    return over ? [refusal(over, found[over], allowed[over], node)] : [];
  });
}

function refusal(over: keyof Measure, asked: number, allowed: number, node: FieldNode): GraphQLError {
  const name = `where ${over === 'relationshipFilters' ? 'relationship filters' : over}`;
  return overLimit('where', { name, asked, allowed }, 'Ask with fewer conditions.', node);
}

/** Only inputs that combine conditions are levels; the comparisons of one value are predicates. */
function measure(value: unknown, type: GraphQLInputType, depth: number, found: Measure): void {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return;
  const combines = named.name.endsWith('Where');
  if (combines) found.depth = Math.max(found.depth, depth);
  for (const [key, inner] of [value].flat().flatMap((item) => Object.entries(item ?? {}))) {
    const field = named.getFields()[key];
    found.relationshipFilters += relationshipFilters.has(key) ? 1 : 0;
    found.predicates += combines && isInputObjectType(getNamedType(field?.type)) ? 0 : 1;
    if (field) measure(inner, field.type, depth + (combines ? 1 : 0), found);
  }
}
