import type { ApolloServerPlugin } from '@apollo/server';
import type { Metrics } from './metrics.ts';

const known = /^[A-Z][A-Z_]{2,40}$/;

/** Counts what became of questions. */
export const metricsPlugin = (metrics: Pick<Metrics, 'countQuestion' | 'countRefusal'>): ApolloServerPlugin => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ response }) => {
      if (response.body.kind !== 'single') return;
      const [first] = response.body.singleResult.errors ?? [];
      const code = first ? String(first.extensions?.code ?? '') : 'OK';
      metrics.countQuestion(known.test(code) || !first ? code : 'OTHER');
      const limit = first?.extensions?.limit as { name?: unknown } | undefined;
      if (typeof limit?.name === 'string') metrics.countRefusal(limit.name);
    },
  }),
});
