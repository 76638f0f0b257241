import type { CardRow } from '../database/queries/card-row.ts';
import { BadInputError, NotFoundError } from '../domain/errors.ts';
import { kindOfId } from '../domain/ids.ts';
import { splitTerms } from '../domain/search/lucene.ts';
import { type EntityKind, entityKinds } from '../domain/vocabulary.ts';
import type { GraphContext } from './context.ts';

/**
 * The entity that an argument names.
 * Errors: BAD_USER_INPUT for an id of another kind than asked; NOT_FOUND where nothing living bears it. Both name the argument.
 */
export async function requireEntity(context: GraphContext, argument: string, id: string, kinds?: readonly EntityKind[]): Promise<CardRow> {
  checkKind(argument, id, kinds);
  const card = await context.loaders.cardById.load(id);
  if (!card) throw new NotFoundError(argument);
  return card;
}

/** The entities that an argument names, each of the kinds asked, in one round trip. */
export const requireEntities = (
  context: GraphContext,
  argument: string,
  ids: readonly string[],
  kinds?: readonly EntityKind[],
): Promise<CardRow[]> => Promise.all(ids.map((id) => requireEntity(context, argument, id, kinds)));

/** Refuses an id that says another kind than asked. */
export function checkKind(argument: string, id: string, kinds?: readonly EntityKind[]): void {
  const kind = kindOfId(id);
  if (kind && kinds && !kinds.includes(kind)) throw new BadInputError(argument, `expects an id of ${kinds.join(' or ')}, not of ${kind}.`);
}

/** Refuses a range that ends before it starts. */
export function checkRange(from: string | null | undefined, to: string | null | undefined, argument = 'to'): void {
  if (from && to && to < from) throw new BadInputError(argument, 'the range ends before it starts.');
}

/** Refuses a list that is longer than a question takes. */
export function checkLength(argument: string, list: readonly unknown[] | null | undefined, most = 250): void {
  if (list && list.length > most) throw new BadInputError(argument, `at most ${most} values, not ${list.length}.`);
}

/** Refuses a phrase that is longer than the indexes are asked for. */
export function checkPhrase(argument: string, phrase: string): void {
  if (phrase.length > 100) throw new BadInputError(argument, 'at most 100 characters.');
  if (splitTerms(phrase).length > 8) throw new BadInputError(argument, 'at most 8 terms.');
}

/** Refuses a page size outside 1–100. Shape: the size, or the field's default for an explicit null. */
export function pageSize(first: number | null | undefined, usual: number): number {
  const size = first ?? usual;
  if (size < 1 || size > 100) throw new BadInputError('first', 'must lie between 1 and 100.');
  return size;
}

/** The labels of kinds of entities. */
export const labelsOf = (kinds: readonly EntityKind[] | null | undefined): string[] | null =>
  kinds?.map((kind) => entityKinds[kind].label) ?? null;
