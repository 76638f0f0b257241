import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, type JWTVerifyOptions, jwtVerify } from 'jose';
import type { Config } from '../config/read-config.ts';
import { type Caller, strongestRole } from '../domain/access.ts';
import { GraphError, UnauthenticatedError, UnavailableError } from '../domain/errors.ts';

/** Tells whom a token names. Errors: UNAUTHENTICATED; SERVICE_UNAVAILABLE while the keys cannot be fetched. */
export type VerifyToken = (token: string) => Promise<Caller>;

type Check = (token: string) => Promise<JWTPayload>;

/** Pinned by the kind of key, so that a public key is never taken for a secret; no key that a token's own header names is looked at. */
const algorithmsOfSecrets = ['HS256'];
const algorithmsOfKeySets = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** Makes the check of tokens against the keys, the issuer and the audience of the settings. */
export function tokenVerifier({ jwksUrl, secrets, issuer, audience }: NonNullable<Config['jwt']>): VerifyToken {
  const options = { issuer, audience, requiredClaims: ['exp', 'sub'], clockTolerance: 30 };
  const check = jwksUrl ? checkByKeySet(jwksUrl, options) : checkBySecrets(secrets, options);
  return async (token) => callerOf(await check(token).catch(refuse));
}

function checkByKeySet(url: string, options: JWTVerifyOptions): Check {
  const keySet = createRemoteJWKSet(new URL(url), { timeoutDuration: 3000, cooldownDuration: 30_000 });
  const keyOf: JWTVerifyGetKey = (header, token) => keySet(header, token).catch(explainNoKey);
  return async (token) => (await jwtVerify(token, keyOf, { ...options, algorithms: algorithmsOfKeySets })).payload;
}

/** More than one secret while they are being changed: a token signed by any of them is good. */
function checkBySecrets(secrets: readonly string[], options: JWTVerifyOptions): Check {
  const checks = secrets.map((secret): Check => {
    const key = new TextEncoder().encode(secret);
    return async (token) => (await jwtVerify(token, key, { ...options, algorithms: algorithmsOfSecrets })).payload;
  });
  return (token) => Promise.any(checks.map((check) => check(token)));
}

/** A key that the set lacks is the token's fault; a set that cannot be had is ours. */
function explainNoKey(cause: unknown): never {
  const ofToken = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];
  if (ofToken.some((known) => cause instanceof known)) throw cause;
  throw new UnavailableError('Tokens cannot be checked at the moment. Try again shortly.', { cause });
}

/** Why a token is bad is not told: it would help only whoever forges one. */
function refuse(cause: unknown): never {
  if (cause instanceof GraphError) throw cause;
  throw new UnauthenticatedError('The token cannot be trusted: get a new one, issued for this service.', { cause });
}

const callerOf = ({ sub, roles }: JWTPayload): Caller => ({ role: strongestRole([roles].flat()), subject: sub });
