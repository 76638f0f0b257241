import type { Plugin } from 'vite';

const paths = new Set(['/graphiql', '/graphiql.html']);

/** While developing, sends whoever opens GraphiQL to the service's own: its workers start only where they are bundled. */
export function sendToGraphiql(service: string): Plugin {
  return {
    name: 'send-to-graphiql',
    apply: 'serve',
    configureServer({ middlewares }) {
      middlewares.use(({ url = '' }, response, next) => {
        if (!paths.has(url.replace(/\?.*/, ''))) return next();
        response.writeHead(302, { location: new URL('/graphiql', service).href }).end();
      });
    },
  };
}
