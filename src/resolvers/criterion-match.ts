import type { GraphQLResolveInfo } from 'graphql';
import { pageSize } from './ask-question.ts';
import type { GraphContext } from './context.ts';
import { evidenceBelow } from './evidence.ts';
import { factsOfIds } from './questions/load-fact-list.ts';

interface Match {
  readonly factIds: readonly string[];
}

/** Fields of `CriterionMatch`: the facts that say so. */
export const criterionMatch = {
  facts: ({ factIds }: Match, { first }: { first?: number | null }, context: GraphContext, info: GraphQLResolveInfo) =>
    factsOfIds(context, factIds.slice(0, pageSize(first, 3)), evidenceBelow(info, context)),
};
