import type { IncomingMessage } from 'node:http';

const routes = new Set(['/', '/graphql', '/graphiql', '/livez', '/metrics', '/readyz', '/schema.graphql']);

/** Which of our addresses a request is for, for logs and metrics: every address that is none is one and the same. */
export function routeOf({ url = '' }: Pick<IncomingMessage, 'url'>): string {
  if (routes.has(url)) return url;
  const path = url.replace(/[?#].*$/s, '').replace(/(?<=.)\/$/, '');
  if (routes.has(path)) return path;
  return path.startsWith('/assets/') ? '/assets' : 'other';
}
