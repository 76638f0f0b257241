import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { type Audience, type Caller, isAmong } from '../domain/access.ts';
import { ForbiddenError, UnauthenticatedError } from '../domain/errors.ts';

/** Whom each mutation is open to. One that is not entered is open to nobody; this version has none. */
export const mutationAudiences: Readonly<Record<string, Exclude<Audience, 'anyone'>>> = {};

/** Lays a check of the caller's role before every mutation of a schema. Errors, when asked: UNAUTHENTICATED, FORBIDDEN. */
export function guardMutations(schema: GraphQLSchema, open = mutationAudiences): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve = defaultFieldResolver, name } = field;
    const guarded: GraphQLFieldResolver<unknown, { readonly caller: Caller }> = (parent, args, context, info) => {
      checkRole(Object.hasOwn(open, name) ? open[name] : undefined, context.caller);
      return resolve(parent, args, context, info);
    };
    field.resolve = guarded;
  }
}

function checkRole(audience: Audience | undefined, caller: Caller): void {
  if (audience && isAmong(audience, caller)) return;
  if (caller.subject === undefined) throw new UnauthenticatedError('A token is needed to change the graph.');
  throw new ForbiddenError('The role that the token gives does not reach this far.');
}
