import type { RequestListener } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { routeOf } from './route-of.ts';

/** What only the rest of the program can tell. */
export interface MetricSources {
  /** How full the driver's pool is; nothing when that cannot be told. */
  readPool(): { readonly busy: number; readonly idle: number } | undefined;
  isDatabaseUp(): Promise<boolean>;
  runningRequests(): number;
  /** Units: bytes. */
  keptAnswers(): number;
}

/** The counters of one service. */
export interface Metrics {
  /** Counts and times every request of a handler. */
  timed(handler: RequestListener): RequestListener;
  /** Counts a question by the code of its first error, or OK. */
  countQuestion(code: string): void;
  /** Counts a question that a limit refused. */
  countRefusal(limit: string): void;
  /** Counts an answer by how it was come by. */
  countAnswer(outcome: string): void;
  /** The text that Prometheus reads. */
  print(): Promise<{ contentType: string; text: string }>;
}

/** Makes the counters in a registry of their own, so that two services in one process do not mix. */
export function createMetrics(sources: MetricSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'graph_http_requests_total',
    help: 'HTTP requests by place and status',
    labelNames: ['place', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'graph_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer',
    labelNames: ['place'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const questions = new Counter({
    name: 'graph_questions_total',
    help: 'GraphQL questions by the code of their first error, or OK',
    labelNames: ['code'],
    registers,
  });
  const refusals = new Counter({
    name: 'graph_refused_total',
    help: 'Questions refused, by the limit they went over',
    labelNames: ['limit'],
    registers,
  });
  const answers = new Counter({
    name: 'graph_answers_total',
    help: 'Answers by how they were come by: found among those kept, shared with a request that asked the same, or made',
    labelNames: ['outcome'],
    registers,
  });
  gaugesOf(registers, sources);
  return {
    timed: (handler) => (request, response) => {
      // A label for each address that strangers make up would fill the memory.
      const place = routeOf(request);
      const begun = performance.now();
      response.on('close', () => {
        durations.observe({ place }, (performance.now() - begun) / 1000);
        requests.inc({ place, status: response.headersSent ? response.statusCode : 'aborted' });
      });
      handler(request, response);
    },
    countQuestion: (code) => questions.inc({ code }),
    countRefusal: (limit) => refusals.inc({ limit }),
    countAnswer: (outcome) => answers.inc({ outcome }),
    print: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

/** Read when they are asked for. */
function gaugesOf(registers: Registry[], { readPool, isDatabaseUp, runningRequests, keptAnswers }: MetricSources): void {
  new Gauge({
    name: 'graph_requests_running',
    help: 'HTTP requests being answered now',
    registers,
    collect() {
      this.set(runningRequests());
    },
  });
  new Gauge({
    name: 'graph_answers_kept_bytes',
    help: 'Bytes of answers that are kept',
    registers,
    collect() {
      this.set(keptAnswers());
    },
  });
  new Gauge({
    name: 'graph_driver_connections',
    help: 'Connections of the driver to Neo4j by what they do',
    labelNames: ['state'],
    registers,
    collect() {
      const pool = readPool();
      if (pool) for (const state of ['busy', 'idle'] as const) this.set({ state }, pool[state]);
    },
  });
  new Gauge({
    name: 'graph_neo4j_up',
    help: '1 while Neo4j answers, else 0',
    registers,
    async collect() {
      this.set((await isDatabaseUp()) ? 1 : 0);
    },
  });
}
