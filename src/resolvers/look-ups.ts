import type { GraphQLResolveInfo } from 'graphql';
import { type EntityKind, entityKinds } from '../domain/vocabulary.ts';
import { checkKind } from './ask-question.ts';
import type { GraphContext } from './context.ts';
import { beginLists } from './read-ahead.ts';

/** A look-up by id: null for an id nothing bears. Errors: BAD_USER_INPUT for an id of another kind. */
const lookUp =
  (kind: EntityKind) =>
  (_root: unknown, { id }: { id: string }, context: GraphContext, info: GraphQLResolveInfo) => {
    checkKind('id', id, [kind]);
    const { label } = entityKinds[kind];
    const isBegun = beginLists(info, label, id, context);
    const names = isBegun ? context.propertiesAsked(info, label) : undefined;
    return names ? context.factsAt.entity({ id, label, names }) : context.nodes.load(info, label, id);
  };

/** `Query.person`, `Query.organisation`, …: one entity by id. */
export const lookUps = {
  person: lookUp('PERSON'),
  organisation: lookUp('ORGANISATION'),
  event: lookUp('EVENT'),
  series: lookUp('EVENT_SERIES'),
  agreement: lookUp('AGREEMENT'),
  honour: lookUp('HONOUR'),
  work: lookUp('WORK'),
  project: lookUp('PROJECT'),
  place: lookUp('PLACE'),
  source: lookUp('SOURCE'),
};
