import type { FieldNode, GraphQLError } from 'graphql';
import type { FieldArguments } from './read-arguments.ts';
import { badInput } from './refuse.ts';

/** The largest page a list gives. */
export const largestPage = 100;

/** Refuses every `first` and `limit` outside 1–100, wherever it stands: `first: 0` would remove the library's LIMIT. `maxNodes` has bounds of its own, which the question looks at. */
export function checkPageSizes(asked: ReadonlyMap<FieldNode, FieldArguments>): GraphQLError[] {
  return [...asked].flatMap(([node, { size, values }]) =>
    size && size !== 'maxNodes' && size in values && !allowed(values[size]) ? [refusal(size, values[size], node)] : [],
  );
}

/** An explicit null is no size: the library would read it as no limit. */
const allowed = (value: unknown): boolean => typeof value === 'number' && value >= 1 && value <= largestPage;

const refusal = (name: string, asked: unknown, node: FieldNode): GraphQLError =>
  badInput(name, `must lie between 1 and ${largestPage}.`, { name: 'page size', asked, allowed: largestPage }, node);
