import { type ApolloServerPlugin, type BaseContext, HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { RateLimitedError } from '../domain/errors.ts';
import type { Visit } from './admit-request.ts';
import { headersOfRefusal } from './send-refusal.ts';

/** Takes off the client's hour what the guard says an operation costs, before it is executed: what then fails or times out has been paid. */
export const chargePlugin = <C extends BaseContext & Pick<Visit, 'charge'>>(costOf: (context: C) => number): ApolloServerPlugin<C> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ contextValue }) => {
      // The first point was paid at the door.
      const points = costOf(contextValue) - 1;
      if (points > 0) await contextValue.charge(points).catch(refuse);
    },
  }),
});

function refuse(error: unknown): never {
  if (!(error instanceof RateLimitedError)) throw error;
  const { code, message, details } = error;
  throw new GraphQLError(message, {
    extensions: { code, ...details, http: { status: 429, headers: new HeaderMap(headersOfRefusal(error)) } },
  });
}
