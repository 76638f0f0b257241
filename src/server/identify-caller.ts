import type { IncomingMessage } from 'node:http';
import type { Config } from '../config/read-config.ts';
import { type Caller, stranger } from '../domain/access.ts';
import { UnauthenticatedError } from '../domain/errors.ts';
import { tokenVerifier } from './verify-token.ts';

/** Tells who sends a request. Errors: UNAUTHENTICATED, SERVICE_UNAVAILABLE. */
export type IdentifyCaller = (request: Pick<IncomingMessage, 'headers' | 'headersDistinct'>) => Promise<Caller>;

/**
 * Makes the reader of `Authorization`. Whoever shows nothing is a stranger;
 * whoever shows something that is no good token is refused, on public reads too, and never taken for a stranger.
 */
export function callerIdentifier({ jwt }: Pick<Config, 'jwt'>): IdentifyCaller {
  const verify = jwt && tokenVerifier(jwt);
  return async (request) => {
    if (request.headers.authorization === undefined) return stranger;
    if (!verify) throw new UnauthenticatedError('This service takes no tokens. Leave the header Authorization out.');
    // Node keeps the first of several alone elsewhere.
    const { authorization = [] } = request.headersDistinct;
    const [, token] = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization.join(', ').trim()) ?? [];
    if (!token) throw new UnauthenticatedError('The header Authorization must be one: Bearer, a space, and the token.');
    return verify(token);
  };
}
