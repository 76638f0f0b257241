import type { ApolloServerPlugin, BaseContext, GraphQLRequestListener } from '@apollo/server';
import type { Metrics } from './metrics.ts';

const known = /^[A-Z][A-Z_]{2,40}$/;

type Counters = Pick<Metrics, 'countQuestion' | 'countRefusal'>;

/** Counts a question by its first error, and by the limit that it went over. */
export function countOutcome(metrics: Counters, error?: Readonly<Record<string, unknown>>): void {
  const code = String(error?.code);
  if (!error) metrics.countQuestion('OK');
  else metrics.countQuestion(known.test(code) ? code : 'OTHER');
  const limit = error?.limit as { name?: unknown } | undefined;
  if (typeof limit?.name === 'string') metrics.countRefusal(limit.name);
}

/** Counts what became of the questions that are executed. */
export function metricsPlugin(metrics: Counters): ApolloServerPlugin {
  const listener: GraphQLRequestListener<BaseContext> = {
    willSendResponse: async ({ response }) => {
      if (response.body.kind !== 'single') return;
      const [first] = response.body.singleResult.errors ?? [];
      countOutcome(metrics, first && (first.extensions ?? {}));
    },
  };
  return { requestDidStart: async () => listener };
}
