import type { FieldNode, GraphQLError } from 'graphql';
import { type Limits, largestPage } from '../domain/limits.ts';
import type { FieldArguments } from './read-arguments.ts';
import { overLimit } from './refuse.ts';

/**
 * Refuses every `first` and `limit` outside 1 and the largest page, wherever it stands: `first: 0` would remove the library's LIMIT.
 * Where none is asked, what the field takes itself must not be above it either. `maxNodes` has bounds of its own, which the question looks at.
 */
export function checkPageSizes(asked: ReadonlyMap<FieldNode, FieldArguments>, { pageSize }: Pick<Limits, 'pageSize'>): GraphQLError[] {
  return [...asked].flatMap(([node, { size, values }]) => {
    if (!size || size === 'maxNodes') return [];
    const rows = size in values ? values[size] : largestPage;
    return isWithin(rows, pageSize) ? [] : [refusal(size, rows, pageSize, node)];
  });
}

/** An explicit null is no size: the library would read it as no limit. */
const isWithin = (rows: unknown, most: number): boolean => typeof rows === 'number' && rows >= 1 && rows <= most;

const refusal = (argument: string, asked: unknown, allowed: number, node: FieldNode): GraphQLError =>
  overLimit(argument, { name: 'page size', asked, allowed }, `Ask for 1 to ${allowed}.`, node);
