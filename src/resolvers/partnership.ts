import { pageSize } from './ask-question.ts';
import type { GraphContext } from './context.ts';
import { loadFactList } from './questions/load-fact-list.ts';

interface Partner {
  readonly factIds: readonly string[];
}

/** Fields of `Partnership`: the facts that tie the two. */
export const partnership = {
  ties: async ({ factIds }: Partner, { first }: { first?: number | null }, context: GraphContext) => {
    const keys = factIds.slice(0, pageSize(first, 20)).map((factId) => ({ factId }));
    return (await loadFactList(context, keys)).map(({ fact }) => fact);
  },
};
