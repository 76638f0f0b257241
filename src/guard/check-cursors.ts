import { type FieldNode, type GraphQLError, getNamedType } from 'graphql';
import type { FieldArguments } from './read-arguments.ts';
import { badInput } from './refuse.ts';

/** Refuses cursors that no connection of the library has given: it counts rows by them, and takes anything for a number. Our own pages check theirs. */
export function checkCursors(asked: ReadonlyMap<FieldNode, FieldArguments>): GraphQLError[] {
  return [...asked].flatMap(
    ([
      node,
      {
        field,
        values: { after },
      },
    ]) =>
      typeof after === 'string' && getNamedType(field.type).name.endsWith('Connection') && !isGiven(after)
        ? [badInput('after', 'this is no cursor of this list. Use a cursor from an earlier page, unchanged.', undefined, node)]
        : [],
  );
}

const isGiven = (cursor: string): boolean => /^arrayconnection:\d{1,5}$/.test(Buffer.from(cursor, 'base64').toString('utf8'));
