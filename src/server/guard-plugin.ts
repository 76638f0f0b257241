import { type ApolloServerPlugin, type BaseContext, type GraphQLResponse, HeaderMap } from '@apollo/server';
import type { DocumentNode, GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { Limits } from '../domain/limits.ts';
import { createGuard, type GuardMode, type Verdict } from '../guard/guard-operation.ts';
import type { Cost } from '../guard/measure-cost.ts';
import type { Visit } from './admit-request.ts';

/** What the guard needs of the rest. */
export interface GuardParts {
  readonly limits: Limits;
  /** `warn` logs what is over a limit and lets it pass: but for the number of fields, and what is wrong at any limit, such as a page of 0 or a character that nobody sees. */
  readonly mode: GuardMode;
  readonly logger: Logger;
  /** Told of each question that passed. */
  readonly keep: (document: DocumentNode) => void;
  /** The texts of our own pages' questions: they may cost more than others', and are charged a tenth. */
  readonly stored: ReadonlySet<string>;
}

/** Stands before every operation: nothing is executed that the guard refuses. The cost is charged, and told in `extensions.cost`. */
export function guardPlugin<C extends BaseContext & Pick<Visit, 'charge'>>({
  limits,
  mode,
  logger,
  keep,
  stored,
}: GuardParts): ApolloServerPlugin<C> {
  const guard = createGuard(limits, mode);
  return {
    requestDidStart: async () => {
      let cost: Cost | undefined;
      let refused: readonly GraphQLError[] = [];
      return {
        didResolveOperation: async ({ schema, document, operation, request, source = '', contextValue }) => {
          if (!operation) return;
          const verdict = guard({ schema, document, operation }, request.variables ?? {});
          cost = verdict.cost;
          const { faults, excesses, price } = weigh(verdict, stored.has(source));
          refused = (mode === 'enforce' ? [...faults, ...excesses] : faults).slice(0, limits.coercionErrors);
          if (refused.length > 0) return;
          pay(contextValue, price);
          keep(document);
          for (const { extensions } of excesses) logger.warn({ limit: extensions.limit }, 'a question over a limit was let through');
        },
        // A hook that throws would tell the first alone.
        responseForOperation: async () => (refused.length > 0 ? refusal(refused) : null),
        willSendResponse: async ({ response }) => {
          if (!cost || response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          singleResult.extensions = { ...singleResult.extensions, cost: { ...cost, allowed: limits.points } };
        },
      };
    },
  };
}

/** Our own pages' questions may cost more. What is wrong stays wrong, and what variables may hold stays bounded. */
function weigh({ faults, excesses, cost }: Verdict, ours: boolean) {
  const points = cost?.points ?? 0;
  if (!ours) return { faults, excesses, price: points };
  return { faults, excesses: excesses.filter(({ extensions }) => extensions.code !== 'QUERY_TOO_COSTLY'), price: Math.ceil(points / 10) };
}

const refusal = (errors: readonly GraphQLError[]): GraphQLResponse => ({
  http: { headers: new HeaderMap() },
  body: { kind: 'single', singleResult: { errors: errors.map((error) => error.toJSON()) } },
});

/** The first point was paid at the door. What then fails or times out has been paid. */
function pay({ charge }: Pick<Visit, 'charge'>, price: number): void {
  if (price > 1) charge(price - 1);
}
