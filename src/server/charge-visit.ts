import { type BaseContext, HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { RateLimitedError } from '../domain/errors.ts';
import type { Visit } from './admit-request.ts';
import { headersOfRefusal } from './headers-of-refusal.ts';

/** Takes off the client's hour what an operation costs, before it is executed: what then fails or times out has been paid. */
export function chargeVisit({ charge }: BaseContext & Pick<Visit, 'charge'>, points: number): void {
  try {
    // The first point was paid at the door.
    if (points > 1) charge(points - 1);
  } catch (error) {
    throw error instanceof RateLimitedError ? refusal(error) : error;
  }
}

const refusal = (error: RateLimitedError): GraphQLError => {
  const { code, message, details } = error;
  return new GraphQLError(message, {
    extensions: { code, ...details, http: { status: 429, headers: new HeaderMap(headersOfRefusal(error)) } },
  });
};
