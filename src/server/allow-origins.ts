import type { IncomingMessage, ServerResponse } from 'node:http';

/** The methods of `/graphql`. */
export const allow = 'GET, POST, OPTIONS';

/** Says to browsers whose pages may read an answer. */
export type AllowOrigins = (request: IncomingMessage, response: ServerResponse) => void;

const methods = 'GET, POST';
const requestHeaders = 'accept, apollo-require-preflight, authorization, content-type, x-apollo-operation-name, x-request-id';
const answerHeaders = 'retry-after, x-request-id';
const preflightSeconds = '600';

/**
 * Makes the sayer for a list of origins; `*` is anyone's page. Cookies are never asked for, so nothing a browser keeps is lent to a page.
 * Source: https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function originsAllowed(origins: readonly string[]): AllowOrigins {
  const anyone = origins.includes('*');
  return ({ method, headers: { origin } }, response) => {
    if (!anyone) response.appendHeader('vary', 'origin');
    const allowed = anyone ? '*' : origins.find((each) => each === origin);
    if (allowed === undefined) return;
    response.setHeader('access-control-allow-origin', allowed);
    response.setHeader('access-control-expose-headers', answerHeaders);
    if (method !== 'OPTIONS') return;
    response.setHeader('access-control-allow-methods', methods);
    response.setHeader('access-control-allow-headers', requestHeaders);
    response.setHeader('access-control-max-age', preflightSeconds);
  };
}
