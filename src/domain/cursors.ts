import { BadInputError } from './errors.ts';

/** An opaque cursor that holds the keys of a row. */
export const encodeCursor = (...keys: readonly (string | number)[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

/**
 * Reads a cursor of ours.
 * Shape: as many keys as asked; undefined without a cursor. Errors: BAD_USER_INPUT for anything that no page of this list has given.
 */
export function decodeCursor(cursor: string | null | undefined, count = 1, argument = 'after'): (string | number)[] | undefined {
  if (cursor === null || cursor === undefined) return undefined;
  const keys = parse(cursor);
  if (Array.isArray(keys) && keys.length === count && keys.every((key) => typeof key === 'string' || typeof key === 'number')) return keys;
  throw new BadInputError(argument, 'this is no cursor of this list. Use a cursor from an earlier page, unchanged.');
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
