import type { EvidencePart } from '../../database/queries/asked-evidence.ts';
import type { FactWithEvidence } from '../../database/queries/load-facts.ts';
import type { GraphContext } from '../context.ts';

/** Fills keys of facts with the facts and what is asked of their evidence, in their order; one withdrawn between two statements says so (`withdrawnAt`). */
export async function loadFactList<K extends { readonly factId: string }>(
  { loaders }: GraphContext,
  keys: readonly K[],
  evidence: EvidencePart | undefined,
): Promise<(K & { fact: FactWithEvidence })[]> {
  const facts = await loaders.factWith(evidence).loadMany(keys.map((key) => key.factId));
  return keys.flatMap((key, index) => {
    const fact = facts[index];
    if (fact instanceof Error) throw fact;
    return fact ? [{ ...key, fact }] : [];
  });
}

/** The facts with these ids, for a field that answers with facts. */
export const factsOfIds = async (
  context: GraphContext,
  factIds: readonly string[],
  evidence: EvidencePart | undefined,
): Promise<FactWithEvidence[]> => {
  const keys = factIds.map((factId) => ({ factId }));
  return (await loadFactList(context, keys, evidence)).map(({ fact }) => fact);
};
