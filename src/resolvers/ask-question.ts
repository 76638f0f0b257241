import type { CardRow } from '../database/queries/card-row.ts';
import { BadInputError, NotFoundError, OverLimitError } from '../domain/errors.ts';
import { kindOfId } from '../domain/ids.ts';
import { largestPage } from '../domain/limits.ts';
import { splitTerms } from '../domain/search/lucene.ts';
import { type EntityKind, entityKinds } from '../domain/vocabulary.ts';
import type { GraphContext, QuestionLimits } from './context.ts';

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

/** Refuses a phrase that is longer than the indexes are asked for. */
export function checkPhrase(argument: string, phrase: string, limits: QuestionLimits): void {
  checkPhraseLength(argument, phrase, limits);
  const [asked, allowed] = [splitTerms(phrase).length, limits.phraseTerms];
  if (asked > allowed) throw new OverLimitError(argument, { name: 'terms of a phrase', asked, allowed }, 'Leave some out.');
}

/** The same of its characters alone: a name that is met whole may have any number of words. */
export function checkPhraseLength(argument: string, { length: asked }: string, { phraseLength: allowed }: QuestionLimits): void {
  if (asked > allowed) throw new OverLimitError(argument, { name: 'length of a phrase', asked, allowed }, 'Shorten it.');
}

/** Refuses a number of what `name` says outside 1 and the most that is allowed. */
export function checkNumber(argument: string, name: string, asked: number, allowed: number): number {
  if (asked < 1 || asked > allowed) throw new OverLimitError(argument, { name, asked, allowed }, `Ask for 1 to ${allowed}.`);
  return asked;
}

/** Refuses a page size that the schema is not built for; the guard has upheld what is set. Shape: the size, or the field's default for an explicit null. */
export const pageSize = (first: number | null | undefined, usual: number): number =>
  checkNumber('first', 'page size', first ?? usual, largestPage);

/** The labels of kinds of entities. */
export const labelsOf = (kinds: readonly EntityKind[] | null | undefined): string[] | null =>
  kinds?.map((kind) => entityKinds[kind].label) ?? null;
