import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import sirv from 'sirv';

// The same distance from src/server and from dist/server.
const built = fileURLToPath(new URL('../../dist/dashboard/', import.meta.url));

/** Serves the built pages: compressed, as the build has left them, and kept by browsers where a name tells its content. */
export function serveBuilt(): Router {
  const router = Router();
  if (!existsSync(built)) return router;
  const files = sirv(built, {
    gzip: true,
    etag: true,
    setHeaders: (response, path) =>
      void response.setHeader('cache-control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  router.use(files);
  router.use((request, response, next) => {
    if (request.method !== 'GET' || request.accepts(['json', 'html']) !== 'html') return next();
    // Every other address that a person opens is one of the dashboard's, which says itself where there is no page.
    request.url = '/';
    files(request, response, next);
  });
  return router;
}
