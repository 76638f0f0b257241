import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '../config/read-config.ts';
import { type Audience, type Caller, isAmong, stranger } from '../domain/access.ts';
import { ForbiddenError, UnauthenticatedError } from '../domain/errors.ts';
import { clientKeys } from './client-key.ts';
import { callerIdentifier } from './identify-caller.ts';
import { limitClients } from './limit-clients.ts';

/** A request that was let in. */
export interface Visit {
  readonly caller: Caller;
  /** Takes points off the client's hour. Errors: RATE_LIMITED. */
  charge(points: number): void;
}

/** Lets a request in that asks something open to an audience. Errors: UNAUTHENTICATED, FORBIDDEN, RATE_LIMITED, SERVICE_UNAVAILABLE. */
export type Admit = (request: IncomingMessage, response: ServerResponse, audience: Audience) => Promise<Visit>;

/** The settings of who is let in. */
export type AccessConfig = Pick<Config, 'access' | 'jwt' | 'metricsFor' | 'trustedProxies' | 'clientPointsPerHour' | 'clientRunning'>;

/** Whom questions are open to. */
export const readersOf = ({ access }: Pick<Config, 'access'>): Audience => (access === 'private' ? 'reader' : 'anyone');

/** What every request costs at the door, answered or refused. */
const DOOR_POINTS = 1;

/** Makes the door of the server: who asks, whether they may, and whether they have asked too much. */
export function doorkeeper(config: AccessConfig): Admit {
  const identify = callerIdentifier(config);
  const keyOf = clientKeys(config.trustedProxies);
  const limits = limitClients(config);
  return async (request, response, audience) => {
    const identified = identify(request);
    const caller =
      identified instanceof Promise
        ? await identified.catch((error: unknown) => {
            // Guessing at tokens costs whoever guesses.
            limits.charge(keyOf(request, stranger), DOOR_POINTS);
            throw error;
          })
        : identified;
    const client = keyOf(request, caller);
    const leave = limits.enter(client);
    if (response.closed) leave();
    else response.on('close', leave);
    limits.charge(client, DOOR_POINTS);
    requireAudience(audience, caller);
    return { caller, charge: (points) => limits.charge(client, points) };
  };
}

/** Errors: UNAUTHENTICATED for a stranger, FORBIDDEN for a caller whose role does not reach. */
export function requireAudience(audience: Audience, caller: Caller): void {
  if (isAmong(audience, caller)) return;
  if (caller.subject === undefined) throw new UnauthenticatedError('A token is needed: send it as Authorization: Bearer and the token.');
  throw new ForbiddenError(`This needs the role ${audience}, which the token does not give.`);
}
