import { type JWTPayload, SignJWT } from 'jose';

/** A secret for tests, and the settings that trust it. */
export const secret = 'pBqk3Zr0vXn8sWf5LtYhGm2uJd7ceAoR';
export const jwtSettings = { GRAPH_JWT_SECRET: secret, GRAPH_JWT_ISSUER: 'https://id.example', GRAPH_JWT_AUDIENCE: 'graph' };

/** The claims of a good token. */
export const claims = (more: JWTPayload = {}): JWTPayload => {
  const now = Math.floor(Date.now() / 1000);
  return { iss: 'https://id.example', aud: 'graph', sub: 'someone', iat: now, exp: now + 600, roles: ['reader'], ...more };
};

/** Signs claims by a secret. */
export const signed = (payload: JWTPayload = claims(), key = secret, alg = 'HS256'): Promise<string> =>
  new SignJWT(payload).setProtectedHeader({ alg }).sign(new TextEncoder().encode(key));

/** A good token that gives a role. */
export const tokenOf = (role: string, sub = role): Promise<string> => signed(claims({ roles: [role], sub }));
