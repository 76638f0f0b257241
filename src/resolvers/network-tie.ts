import { pageSize } from './ask-question.ts';
import type { FactsOfTie } from './questions/load-tie-facts.ts';

interface TieRow {
  readonly facts: FactsOfTie;
}

/** Fields of `NetworkTie`: the facts behind it. */
export const networkTie = {
  factIds: ({ facts }: TieRow, { first }: { first?: number | null }) => facts.slice(0, pageSize(first, 20)),
  factCount: ({ facts }: TieRow) => facts.length,
};
