import type { GraphContext } from '../context.ts';

/** `Query.entity`: any entity in short. */
export const entity = (_root: unknown, { id }: { id: string }, { loaders }: GraphContext) => loaders.cardById.load(id);
