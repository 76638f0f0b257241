import type { Parameters } from '../connect.ts';

/** A statement as plain data: its text and the values of its `$names`. */
export interface Statement {
  readonly cypher: string;
  readonly params: Parameters;
}

/** Joins the conditions that apply. */
export const where = (...conditions: readonly (string | false | null | undefined)[]): string => {
  const given = conditions.filter((condition) => typeof condition === 'string' && condition !== '');
  return given.length > 0 ? `WHERE ${given.join('\n  AND ')}` : '';
};
