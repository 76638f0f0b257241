import { type BaseContext, HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { RateLimitedError } from '../domain/errors.ts';
import type { Visit } from './admit-request.ts';
import { headersOfRefusal } from './send-refusal.ts';

/** Takes off the client's hour what an operation costs, before it is executed: what then fails or times out has been paid. */
export async function chargeVisit({ charge }: BaseContext & Pick<Visit, 'charge'>, points: number): Promise<void> {
  // The first point was paid at the door.
  if (points > 1) await charge(points - 1).catch(refuse);
}

function refuse(error: unknown): never {
  if (!(error instanceof RateLimitedError)) throw error;
  const { code, message, details } = error;
  throw new GraphQLError(message, {
    extensions: { code, ...details, http: { status: 429, headers: new HeaderMap(headersOfRefusal(error)) } },
  });
}
