import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BaseContext } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../config/read-config.ts';
import { createApollo } from './create-apollo.ts';
import type { MapError } from './format-error.ts';
import { graphqlHandler } from './handle-graphql.ts';
import { listen } from './listen.ts';
import { sendFault } from './send-json.ts';
import { servePages } from './serve-pages.ts';

/** What the server is made of. */
export interface ServerParts<C extends BaseContext> {
  readonly schema: GraphQLSchema;
  readonly config: Pick<Config, 'host' | 'port'>;
  readonly logger: Logger;
  /** Makes the context of one request. */
  readonly contextFactory: () => C;
  /** Settles when the database answers. */
  readonly checkHealth: () => Promise<unknown>;
  readonly mapError: MapError;
}

/** A server that answers. `stop` lets running questions end, then closes. */
export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts answering questions and pages. Errors: OperatorError when the port cannot be had. */
export async function startServer<C extends BaseContext>(parts: ServerParts<C>): Promise<RunningServer> {
  const { schema, config, logger, contextFactory, mapError } = parts;
  const apollo = createApollo<C>(schema, logger, mapError);
  await apollo.start();
  const answer = graphqlHandler(apollo, contextFactory);
  const pages = servePages(parts);
  const handler = (request: IncomingMessage, response: ServerResponse): void => {
    if (/^\/graphql\/?(\?|$)/.test(request.url ?? '')) answer(request, response).catch((error) => fail(error, response, logger));
    else pages(request, response);
  };
  const { server, url } = await listen(handler, config.host, config.port);
  const stop = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5000).unref();
    await closed;
    await apollo.stop();
  };
  return { url, stop };
}

/** A body that breaks off, or a fault of ours: the connection is not left open. */
function fail(error: unknown, response: ServerResponse, logger: Logger): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  logger.error({ err: error }, 'a request failed');
  sendFault(response, {
    status: 500,
    code: 'INTERNAL_SERVER_ERROR',
    message: 'The question could not be answered because of a fault of ours.',
  });
}
