import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BaseContext } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../config/read-config.ts';
import { createApollo } from './create-apollo.ts';
import type { MapError } from './format-error.ts';
import { graphqlHandler } from './handle-graphql.ts';
import { listen } from './listen.ts';
import { createMetrics, type MetricSources } from './metrics.ts';
import { metricsPlugin } from './metrics-plugin.ts';
import { createReadiness, type ReadinessCheck } from './readiness.ts';
import { sendFault } from './send-json.ts';
import { servePages } from './serve-pages.ts';
import { trackRequests } from './track-requests.ts';

/** What the server is made of. */
export interface ServerParts<C extends BaseContext> {
  readonly schema: GraphQLSchema;
  readonly config: Pick<Config, 'host' | 'port' | 'drainMs'>;
  readonly logger: Logger;
  /** Makes the context of one request. */
  readonly contextFactory: () => C;
  readonly readinessChecks: readonly ReadinessCheck[];
  readonly readPool: MetricSources['readPool'];
  readonly mapError: MapError;
}

// A question may take as long as its deadline.
const patienceMs = 10_000;

/** A server that answers. `stop` says so on `/readyz`, lets running questions end, then closes. */
export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts answering questions and pages. Errors: OperatorError when the port cannot be had. */
export async function startServer<C extends BaseContext>(parts: ServerParts<C>): Promise<RunningServer> {
  const { schema, config, logger, contextFactory, mapError, readinessChecks, readPool } = parts;
  const readiness = createReadiness(readinessChecks);
  const isDatabaseUp = async () => (await readiness.read()).checks.some(({ name, ok }) => name === 'database' && ok);
  const metrics = createMetrics({ readPool, isDatabaseUp, runningRequests: () => questions.running() });
  const apollo = createApollo<C>(schema, logger, mapError, [metricsPlugin(metrics)]);
  await apollo.start();
  const answer = graphqlHandler(apollo, contextFactory);
  const questions = trackRequests((request, response) => void answer(request, response).catch((error) => fail(error, response, logger)));
  const pages = servePages({ schema, logger, readiness, metrics });
  const handler = metrics.timed((request: IncomingMessage, response: ServerResponse): void => {
    if (/^\/graphql\/?(\?|$)/.test(request.url ?? '')) questions.handler(request, response);
    else pages(request, response);
  });
  const { server, url } = await listen(handler, config.host, config.port);
  const stop = async (): Promise<void> => {
    readiness.drain();
    await sleep(config.drainMs);
    await questions.finish(patienceMs);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 1000).unref();
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
