import type { GraphContext } from '../context.ts';

/** `Query.fact`: one fact, a withdrawn one too. */
export const fact = (_root: unknown, { id }: { id: string }, { loaders }: GraphContext) => loaders.factById.load(id);
