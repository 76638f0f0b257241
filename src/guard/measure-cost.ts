import type { FieldNode } from 'graphql';
import { largestPage } from './check-page-sizes.ts';
import type { AskedField } from './expand-operation.ts';
import type { FieldArguments } from './read-arguments.ts';

/** What a list without pages counts. */
const unpagedList = 5;
/** Where the rows of a page stand; its size is asked further up. */
const rows = new Set(['edges', 'nodes', 'ties']);
const sizes = ['first', 'limit', 'maxNodes'];

/** The most objects a question can be answered with, and the points it is charged. */
export interface Cost {
  readonly nodes: number;
  readonly points: number;
}

/** Measures a question: over all fields that answer objects, the sum of the products of the list sizes above and at them. */
export function measureCost(fields: readonly AskedField[], asked: ReadonlyMap<FieldNode, FieldArguments>): Cost {
  const count = (field: AskedField, times: number, pageAbove: number | undefined): number => {
    if (!field.composite) return 0;
    const page = pageOf(asked.get(field.node)) ?? pageAbove;
    const here = times * (field.list ? lengthOf(field, asked.get(field.node), page) : 1);
    // A page asked at one field holds for the first list of rows below it.
    const below = field.list ? undefined : page;
    return field.children.reduce((sum, child) => sum + count(child, here, below), here);
  };
  const nodes = fields.reduce((sum, field) => sum + count(field, 1, undefined), 0);
  return { nodes, points: Math.ceil(nodes / 10) };
}

function lengthOf({ field }: AskedField, asked: FieldArguments | undefined, page: number | undefined): number {
  return pageOf(asked) ?? (rows.has(field.name) ? page : undefined) ?? unpagedList;
}

/** The size asked, or the largest that may come where the field takes a size and none is given. */
function pageOf(asked: FieldArguments | undefined): number | undefined {
  if (!asked) return undefined;
  const name = sizes.find((size) => size in asked.values);
  if (name) return Number(asked.values[name]);
  return asked.field.args.some((argument) => sizes.includes(argument.name)) ? largestPage : undefined;
}
