import type { FactRow } from '../../database/queries/fact-row.ts';
import type { GraphContext } from '../context.ts';

/** Fills keys of facts with the facts, in their order; one withdrawn between two statements is left out. */
export async function loadFactList<K extends { readonly factId: string }>(
  { loaders }: GraphContext,
  keys: readonly K[],
): Promise<(K & { fact: FactRow })[]> {
  const facts = await loaders.factById.loadMany(keys.map((key) => key.factId));
  return keys.flatMap((key, index) => {
    const fact = facts[index];
    if (fact instanceof Error) throw fact;
    return fact ? [{ ...key, fact }] : [];
  });
}
