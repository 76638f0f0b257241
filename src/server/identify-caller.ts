import type { IncomingMessage } from 'node:http';
import type { Config } from '../config/read-config.ts';
import { type Caller, stranger } from '../domain/access.ts';
import { UnauthenticatedError } from '../domain/errors.ts';
import { tokenVerifier, type VerifyToken } from './verify-token.ts';

type Request = Pick<IncomingMessage, 'headers' | 'headersDistinct'>;

/** Tells who sends a request: a stranger at once. Errors: UNAUTHENTICATED, SERVICE_UNAVAILABLE. */
export type IdentifyCaller = (request: Request) => Caller | Promise<Caller>;

/**
 * Makes the reader of `Authorization`. Whoever shows nothing is a stranger;
 * whoever shows something that is no good token is refused, on public reads too, and never taken for a stranger.
 */
export function callerIdentifier({ jwt }: Pick<Config, 'jwt'>): IdentifyCaller {
  const verify = jwt && tokenVerifier(jwt);
  return (request) => (request.headers.authorization === undefined ? stranger : callerOf(request, verify));
}

async function callerOf({ headersDistinct: { authorization = [] } }: Request, verify: VerifyToken | undefined): Promise<Caller> {
  if (!verify) throw new UnauthenticatedError('This service takes no tokens. Leave the header Authorization out.');
  // All of them: elsewhere Node keeps the first alone.
  const [, token] = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization.join(', ').trim()) ?? [];
  if (!token) throw new UnauthenticatedError('The header Authorization must be one: Bearer, a space, and the token.');
  return verify(token);
}
