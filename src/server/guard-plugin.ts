import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { Limits } from '../domain/limits.ts';
import { createGuard } from '../guard/guard-operation.ts';
import type { Cost } from '../guard/measure-cost.ts';

/** How strictly the guard is taken: `warn` lets costly questions pass and logs them; what is wrong is refused all the same. */
export type GuardMode = 'enforce' | 'warn';

/** Stands before every operation: nothing is executed that the guard refuses. The cost is charged, and told in `extensions.cost`. */
export function guardPlugin<C extends BaseContext>(
  limits: Limits,
  mode: GuardMode,
  logger: Logger,
  charge: (context: C, points: number) => Promise<void>,
): ApolloServerPlugin<C> {
  const guard = createGuard(limits);
  return {
    requestDidStart: async () => {
      let cost: Cost | undefined;
      return {
        didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
          if (!operation) return;
          const verdict = guard({ schema, document, operation }, request.variables ?? {});
          cost = verdict.cost;
          const [refused] = mode === 'enforce' ? [...verdict.faults, ...verdict.excesses] : verdict.faults;
          if (refused) throw withStatus(refused);
          await charge(contextValue, cost?.points ?? 0);
          for (const { extensions } of verdict.excesses)
            logger.warn({ limit: extensions.limit }, 'a question over a limit was let through');
        },
        willSendResponse: async ({ response }) => {
          if (!cost || response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          singleResult.extensions = { ...singleResult.extensions, cost: { ...cost, allowed: limits.points } };
        },
      };
    },
  };
}

const withStatus = ({ message, nodes, extensions }: GraphQLError): GraphQLError =>
  new GraphQLError(message, { nodes, extensions: { ...extensions, http: { status: 400 } } });
