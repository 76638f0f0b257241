import type { ApolloServerPlugin, BaseContext, GraphQLRequestListener } from '@apollo/server';
import type { Metrics } from './metrics.ts';

const known = /^[A-Z][A-Z_]{2,40}$/;

/** Counts what became of questions. */
export function metricsPlugin(metrics: Pick<Metrics, 'countQuestion' | 'countRefusal'>): ApolloServerPlugin {
  const listener: GraphQLRequestListener<BaseContext> = {
    willSendResponse: async ({ response }) => {
      if (response.body.kind !== 'single') return;
      const [first] = response.body.singleResult.errors ?? [];
      const code = first ? String(first.extensions?.code ?? '') : 'OK';
      metrics.countQuestion(known.test(code) || !first ? code : 'OTHER');
      const limit = first?.extensions?.limit as { name?: unknown } | undefined;
      if (typeof limit?.name === 'string') metrics.countRefusal(limit.name);
    },
  };
  return { requestDidStart: async () => listener };
}
