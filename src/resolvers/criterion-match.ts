import { pageSize } from './ask-question.ts';
import type { GraphContext } from './context.ts';
import { loadFactList } from './questions/load-fact-list.ts';

interface Match {
  readonly factIds: readonly string[];
}

/** Fields of `CriterionMatch`: the facts that say so. */
export const criterionMatch = {
  facts: async ({ factIds }: Match, { first }: { first?: number | null }, context: GraphContext) => {
    const keys = factIds.slice(0, pageSize(first, 3)).map((factId) => ({ factId }));
    return (await loadFactList(context, keys)).map(({ fact }) => fact);
  },
};
