import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BaseContext } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../config/read-config.ts';
import { UnavailableError } from '../domain/errors.ts';
import { type AccessConfig, doorkeeper, readersOf, type Visit } from './admit-request.ts';
import { allow, originsAllowed } from './allow-origins.ts';
import { type AnswerStore, answerStore } from './answer-store.ts';
import { type ApolloConfig, createApollo } from './create-apollo.ts';
import { questionExecutor } from './execute-question.ts';
import type { MapError } from './format-error.ts';
import { graphqlHandler } from './handle-graphql.ts';
import { limitRunning } from './limit-running.ts';
import { limitSending } from './limit-sending.ts';
import { type ListenConfig, listen } from './listen.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { textPutter } from './put-in-text.ts';
import { createReadiness } from './readiness.ts';
import type { Recorded } from './record-plugin.ts';
import { beginRecord, type RecordParts, type RequestRecord } from './request-record.ts';
import { routeOf } from './route-of.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { refuse, sendFailure } from './send-failure.ts';
import { bad, type HttpFault } from './send-json.ts';
import { servePages } from './serve-pages.ts';
import { checksAt, type Stage } from './stage.ts';
import type { StoredOperations } from './stored-operations.ts';
import { type TrackedRequests, trackRequests } from './track-requests.ts';

/** How it reads questions, and for how long it works on one. */
type AnswerConfig = Pick<
  Config,
  'drainMs' | 'corsOrigins' | 'maxRunning' | 'maxBody' | 'requestTimeoutMs' | 'onlyStoredOperations' | 'answerStoreMb'
>;

/** What the server is made of. */
export interface ServerParts<C extends BaseContext> {
  readonly schema: GraphQLSchema;
  readonly config: ListenConfig & AnswerConfig & AccessConfig & ApolloConfig;
  readonly logger: Logger;
  /** How far the start has come, asked for each request. */
  readonly stage: () => Stage<C>;
  readonly mapError: MapError;
  readonly storedOperations: StoredOperations;
}

// A question may take as long as its deadline, unless the operator allows it more.
const patienceMs = 10_000;

/** A server that answers. `stop` says so on `/readyz`, lets running questions end, then closes. */
export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts answering questions and pages. Errors: OperatorError when the port cannot be had. */
export async function startServer<C extends BaseContext>(parts: ServerParts<C>): Promise<RunningServer> {
  const { config, logger, stage } = parts;
  const readiness = createReadiness(() => checksAt(stage()));
  const isDatabaseUp = async () => (await readiness.read()).checks.some(({ name, ok }) => name === 'database' && ok);
  const readPool = () => {
    const now = stage();
    return 'waitsFor' in now ? undefined : now.readPool();
  };
  const metrics = createMetrics({
    readPool,
    isDatabaseUp,
    runningRequests: () => questions.running(),
    keptAnswers: () => answers?.fill() ?? 0,
  });
  const apollo = createApollo<C & Visit & Recorded>(parts);
  await apollo.start();
  const admit = doorkeeper(config);
  const allowOrigins = originsAllowed(config.corsOrigins);
  const enter = limitRunning(config.maxRunning);
  const putInText = textPutter(parts.storedOperations, config.onlyStoredOperations);
  const answers = keepAnswers(config.answerStoreMb, stage, metrics);
  const execute = questionExecutor(apollo, enter);
  const answer = graphqlHandler({
    timeoutMs: config.requestTimeoutMs,
    maxBody: config.maxBody,
    putInText,
    execute,
    findAnswer: answers?.find,
  });
  const ask = async (request: IncomingMessage, response: ServerResponse, record: RequestRecord): Promise<void> => {
    allowOrigins(request, response);
    // A browser that asks whether it may ask shows no token yet.
    if (request.method === 'OPTIONS') return void response.writeHead(204, { allow }).end();
    const visit = await admit(request, response, readersOf(config));
    const now = stage();
    if ('waitsFor' in now) throw new UnavailableError(`The service is starting. ${now.message} Try again shortly.`);
    // Not spread: what a context holds is made when it is asked for.
    const contextOf = (signal: () => AbortSignal) => Object.assign(now.contextFactory(visit.caller, signal), visit, { record });
    await answer({ request, response, caller: visit.caller, record, createContext: contextOf });
  };
  const fail = (error: unknown, response: ServerResponse, record: RequestRecord): void =>
    sendFailure(error, { asked: 'question', response, record }, logger);
  const questions = trackRequests<RequestRecord>(
    (request, response, record) => void ask(request, response, record).catch((error) => fail(error, response, record)),
    fail,
  );
  const pages = servePages({ ...parts, readiness, metrics, admit });
  const handler = metrics.timed(choose(questions.handler, pages, { logger, metrics }));
  const { server, url } = await listen(handler, config);
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

/** Shape: undefined where none are kept, by setting. */
function keepAnswers(megabytes: number, stage: () => Stage<unknown>, { countAnswer }: Metrics): AnswerStore | undefined {
  if (megabytes === 0) return undefined;
  const version = (): Promise<string> => {
    const now = stage();
    return 'waitsFor' in now ? Promise.reject(new UnavailableError(now.message)) : now.version();
  };
  return answerStore({ size: megabytes * 1024 * 1024, version, count: countAnswer });
}

/** How long a client may take to receive an answer, and a page, whose scripts are megabytes. Units: ms. */
const answerMs = 15_000;
const pageMs = 120_000;

type RecordedHandler = TrackedRequests<RequestRecord>['handler'];

/** Questions go ahead of Express, which keeps the other addresses. */
const choose =
  (questions: RecordedHandler, pages: RecordedHandler, parts: RecordParts): RequestListener =>
  (request, response) => {
    const asks = routeOf(request) === '/graphql';
    const record = beginRecord(request, response, parts);
    setSecurityHeaders(response, asks ? 'answer' : 'page');
    limitSending(response, asks ? answerMs : pageMs);
    const fault = faultOfHead(request);
    if (fault) refuse(fault, { response, record });
    else if (asks) questions(request, response, record);
    else pages(request, response, record);
  };

function faultOfHead({ headers, httpVersion }: IncomingMessage): HttpFault | undefined {
  if (!headers.host && httpVersion === '1.1') return bad('The header Host is missing.');
  // Node itself tells a client to go on that waits to hear so.
  const isOdd = headers.expect !== undefined && !/\b100-continue\b/i.test(headers.expect);
  return isOdd ? bad('Leave the header Expect out.', { status: 417 }) : undefined;
}
