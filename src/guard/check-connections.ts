import { type FieldNode, type GraphQLError, type GraphQLField, getNamedType } from 'graphql';
import type { AskedField } from './expand-operation.ts';
import { foldFields } from './fold-fields.ts';
import type { FieldArguments } from './read-arguments.ts';
import { badInput } from './refuse.ts';

// Of the library's own making; our pages are called otherwise.
const isConnection = ({ type }: GraphQLField<unknown, unknown>): boolean => getNamedType(type).name.endsWith('Connection');

/** Refuses a part of a connection, of its `pageInfo` or a cursor, that is asked under two names: the library answers one of them only. */
export function checkParts(fields: readonly AskedField[]): GraphQLError[] {
  const found: GraphQLError[] = [];
  foldFields(fields, ({ field, children }) => {
    if (isConnection(field)) found.push(...[children, ...children.map(partsBelow)].flatMap(askedTwice));
  });
  return found;
}

const partsBelow = ({ field, children }: AskedField): readonly AskedField[] =>
  field.name === 'pageInfo' ? children : children.filter((child) => child.field.name === 'cursor');

function askedTwice(parts: readonly AskedField[]): GraphQLError[] {
  const names = new Map<string, string>();
  return parts.flatMap(({ node }) => {
    const name = node.alias?.value ?? node.name.value;
    const first = names.get(node.name.value) ?? name;
    names.set(node.name.value, first);
    return name === first || node.name.value === '__typename' ? [] : [twice(node)];
  });
}

const twice = (node: FieldNode): GraphQLError =>
  badInput(node.name.value, 'asked under two names in one connection; ask it once, or the connection twice.', node);

/** Refuses cursors that no connection has given: the library counts rows by them, and takes anything for a number. */
export function checkCursors(asked: ReadonlyMap<FieldNode, FieldArguments>): GraphQLError[] {
  return [...asked].flatMap(
    ([
      node,
      {
        field,
        values: { after },
      },
    ]) =>
      typeof after === 'string' && isConnection(field) && !isGiven(after)
        ? [badInput('after', 'this is no cursor of this list. Use a cursor from an earlier page, unchanged.', node)]
        : [],
  );
}

const isGiven = (cursor: string): boolean => /^arrayconnection:\d{1,5}$/.test(Buffer.from(cursor, 'base64').toString('utf8'));
