import { pageSize } from './ask-question.ts';
import type { FactsOfTie } from './questions/load-tie-facts.ts';

interface TieRow {
  readonly facts: () => Promise<FactsOfTie>;
}

/** Fields of `NetworkTie`: the facts behind it. */
export const networkTie = {
  factIds: async ({ facts }: TieRow, { first }: { first?: number | null }) => (await facts()).slice(0, pageSize(first, 20)),
  factCount: async ({ facts }: TieRow) => (await facts()).length,
};
