import type { IncomingMessage, ServerResponse } from 'node:http';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { type GraphQLSchema, printSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../config/read-config.ts';
import type { Audience } from '../domain/access.ts';
import { type Admit, readersOf } from './admit-request.ts';
import { compressText, encodingFor } from './compress-text.ts';
import type { Metrics } from './metrics.ts';
import type { Readiness } from './readiness.ts';
import type { RequestRecord } from './request-record.ts';
import { refuse, sendFailure } from './send-failure.ts';
import { bad, faultBody, send } from './send-json.ts';
import { serveBuilt } from './serve-built.ts';

/** What the pages need of the rest. */
export interface PageParts {
  readonly schema: GraphQLSchema;
  readonly config: Pick<Config, 'access' | 'metricsFor' | 'introspection'>;
  readonly logger: Logger;
  readonly readiness: Pick<Readiness, 'read'>;
  readonly metrics: Pick<Metrics, 'print'>;
  readonly admit: Admit;
}

/** Answers a request for a page. */
type ServePage = (request: IncomingMessage, response: ServerResponse, record: RequestRecord) => void;

/** Makes the handler of everything but questions: health, the schema as text, GraphiQL and the built pages. */
export function servePages({ schema, config, logger, readiness, metrics, admit }: PageParts): ServePage {
  const app = express().disable('x-powered-by').enable('strict routing');
  app.get('/livez', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/readyz', async (_request, response) => {
    const report = await readiness.read();
    if (report.status !== 'ok') response.status(503).set('retry-after', '5');
    response.set('cache-control', 'no-store').json(report);
  });
  app.get('/metrics', only(admit, config.metricsFor), async (_request, response) => {
    const { contentType, text } = await metrics.print();
    response.set('cache-control', 'no-store').type(contentType).send(text);
  });
  if (config.introspection) app.get('/schema.graphql', only(admit, readersOf(config)), textPage(printSchema(schema)));
  app.use(serveBuilt());
  app.use(
    (_request, response) =>
      void response
        .status(404)
        .type('json')
        .send(faultBody({ code: 'NOT_FOUND', message: 'There is nothing here. Questions go to /graphql.' })),
  );
  app.use(answerFaults(logger));
  // Where Express lets handlers find what belongs to a request.
  return (request, response, record) => app(request, Object.assign(response, { locals: { record } }));
}

/** Lets a page be had by an audience only. */
const only =
  (admit: Admit, audience: Audience): RequestHandler =>
  async (request, response, next) => {
    await admit(request, response, audience);
    next();
  };

const textPage =
  (text: string): RequestHandler =>
  async (request, response) => {
    const { body, encoding } = await compressText(text, encodingFor(request.headers['accept-encoding']));
    response.vary('accept-encoding');
    if (encoding) response.set('content-encoding', encoding);
    send(response, 200, 'text/plain; charset=utf-8', body);
  };

const answerFaults =
  (logger: Logger): ErrorRequestHandler =>
  (error, _request, response, _next) => {
    const { record } = response.locals as { record: RequestRecord };
    if (typeof error?.status !== 'number' || error.status >= 500)
      return void sendFailure(error, { asked: 'page', response, record }, logger);
    refuse(bad('The request cannot be read.', { status: error.status }), { response, record });
  };
