import { claims, jwtSettings, signed } from '../../support/make-token.ts';

const week = 7 * 86_400;

/** The settings of a service that takes tokens. */
export const signInSettings = jwtSettings;

/** What a request bears that is signed in, for as long as the longest run takes. */
export const signedIn = { authorization: `Bearer ${await signed(claims({ exp: Math.floor(Date.now() / 1000) + week }))}` };
