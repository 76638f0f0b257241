import type { FieldNode } from 'graphql';
import { largestPage } from '../domain/limits.ts';
import type { AskedField } from './expand-operation.ts';
import type { FieldArguments } from './read-arguments.ts';

/** What a list without pages counts. */
const unpagedList = 5;
/** How many plain values of a page weigh as one object: as many as come where none are asked for. */
const valuesPerObject = 20;
/** Where the rows of a page stand; its size is asked further up. */
const rows = new Set(['edges', 'nodes', 'ties']);

/** The most objects a question can be answered with, and the points it is charged. */
export interface Cost {
  readonly nodes: number;
  readonly points: number;
}

/** Measures a question: over all fields that answer objects, or pages of plain values, the sum of the products of the list sizes above and at them. */
export function measureCost(fields: readonly AskedField[], asked: ReadonlyMap<FieldNode, FieldArguments>): Cost {
  // What stands in fragments is counted once for each page it may belong to.
  const known = new Map<AskedField, Map<number | undefined, number>>();
  const remember = (field: AskedField, pageAbove: number | undefined): number => {
    const counts = known.get(field) ?? new Map<number | undefined, number>();
    known.set(field, counts);
    const nodes = counts.get(pageAbove) ?? count(field, pageAbove);
    counts.set(pageAbove, nodes);
    return nodes;
  };
  const count = (field: AskedField, pageAbove: number | undefined): number => {
    const own = pageOf(asked.get(field.node));
    if (!field.composite) return field.list && own ? Math.ceil(own / valuesPerObject) : 0;
    const page = own ?? pageAbove;
    const length = field.list ? (own ?? (rows.has(field.field.name) ? page : undefined) ?? unpagedList) : 1;
    // A page asked at one field holds for the first list of rows below it.
    const below = field.list ? undefined : page;
    return length * field.children.reduce((sum, child) => sum + remember(child, below), 1);
  };
  const nodes = fields.reduce((sum, field) => sum + remember(field, undefined), 0);
  return { nodes, points: Math.ceil(nodes / 10) };
}

/** The size asked, where the field takes one; without one or for null its default, else the largest. Never below 1: what the field itself refuses must not make the rest cheap. */
function pageOf(asked: FieldArguments | undefined): number | undefined {
  if (!asked?.size) return undefined;
  const { field, size, values } = asked;
  const usual = field.args.find(({ name }) => name === size)?.defaultValue;
  return Math.max(1, Number(values[size] ?? usual ?? largestPage));
}
