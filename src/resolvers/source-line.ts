import type { GraphQLResolveInfo } from 'graphql';
import type { GraphContext } from './context.ts';
import { evidenceBelow } from './evidence.ts';
import { factsOfIds } from './questions/load-fact-list.ts';

/** A line of a source before its facts are filled in. */
export interface SourceLineRow {
  readonly number: number;
  readonly leftOut: string | null;
  readonly factIds: readonly string[];
  readonly fileName?: string | null;
  readonly sha256?: string | null;
}

/** Fields of `SourceLine`. */
export const sourceLine = {
  passage: ({ number, fileName = null, sha256 = null }: SourceLineRow, _args: unknown, { documents }: GraphContext) =>
    documents.passage({ fileName, sha256 }, { from: number, to: number }),
  facts: ({ factIds }: SourceLineRow, _args: unknown, context: GraphContext, info: GraphQLResolveInfo) =>
    factsOfIds(context, factIds, evidenceBelow(info, context)),
};
