import type { EntityKind } from '../../domain/vocabulary.ts';
import { checkPhraseLength } from '../ask-question.ts';
import type { GraphContext } from '../context.ts';
import { findHits, type Hit } from './find-hits.ts';

/** How many candidates a name that is not told apart is given. */
const candidates = 5;

/** `Query.matchNames`: whom pasted names mean. Shape: one answer a name, in their order. */
export async function matchNames(
  _root: unknown,
  { names, kinds }: { names: readonly string[]; kinds?: readonly EntityKind[] | null },
  context: GraphContext,
) {
  for (const name of names) checkPhraseLength('names', name, context.limits);
  const met = await findHits(context, names, kinds, false);
  const open = names.filter((_name, index) => exactOf(met[index]).length === 0);
  // Guessing costs most, so only what nothing else met is guessed.
  const guessed = new Map((await guess(context, open, kinds)).map((hits, index) => [open[index], hits]));
  return names.map((input, index) => answer(input, met[index] ?? [], guessed.get(input) ?? []));
}

const guess = (context: GraphContext, names: readonly string[], kinds: readonly EntityKind[] | null | undefined) =>
  names.length > 0 ? findHits(context, names, kinds, true) : Promise.resolve([]);

const exactOf = (hits: readonly Hit[] = []): Hit[] => hits.filter((hit) => hit.exact);

function answer(input: string, met: readonly Hit[], guessed: readonly Hit[]) {
  const exact = exactOf(met);
  if (exact.length > 0) return { input, status: exact.length === 1 ? 'MATCHED' : 'AMBIGUOUS', hits: exact };
  return { input, status: 'UNMATCHED', hits: guessed.slice(0, candidates) };
}
