import type { GraphQLResolveInfo } from 'graphql';
import { pageSize } from './ask-question.ts';
import type { GraphContext } from './context.ts';
import { evidenceBelow } from './evidence.ts';
import { factsOfIds } from './questions/load-fact-list.ts';

interface Partner {
  readonly factIds: readonly string[];
}

/** Fields of `Partnership`: the facts that tie the two. */
export const partnership = {
  ties: ({ factIds }: Partner, { first }: { first?: number | null }, context: GraphContext, info: GraphQLResolveInfo) =>
    factsOfIds(context, factIds.slice(0, pageSize(first, 20)), evidenceBelow(info, context)),
};
