import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { type DocumentNode, GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { Limits } from '../domain/limits.ts';
import { createGuard, type GuardMode, type Verdict } from '../guard/guard-operation.ts';
import type { Cost } from '../guard/measure-cost.ts';

/** What the guard needs of the rest. */
export interface GuardParts<C extends BaseContext> {
  readonly limits: Limits;
  /** `warn` logs what is over a limit and lets it pass: but for the number of fields, and what is wrong at any limit, such as a page of 0 or a character that nobody sees. */
  readonly mode: GuardMode;
  readonly logger: Logger;
  readonly charge: (context: C, points: number) => void;
  /** Told of each question that passed. */
  readonly keep: (document: DocumentNode) => void;
  /** The texts of our own pages' questions: they may cost more than others', and are charged a tenth. */
  readonly stored: ReadonlySet<string>;
}

/** Stands before every operation: nothing is executed that the guard refuses. The cost is charged, and told in `extensions.cost`. */
export function guardPlugin<C extends BaseContext>({ limits, mode, logger, charge, keep, stored }: GuardParts<C>): ApolloServerPlugin<C> {
  const guard = createGuard(limits, mode);
  return {
    requestDidStart: async () => {
      let cost: Cost | undefined;
      return {
        didResolveOperation: async ({ schema, document, operation, request, source = '', contextValue }) => {
          if (!operation) return;
          const verdict = guard({ schema, document, operation }, request.variables ?? {});
          cost = verdict.cost;
          const { faults, excesses, price } = weigh(verdict, stored.has(source));
          const [refused] = mode === 'enforce' ? [...faults, ...excesses] : faults;
          if (refused) throw withStatus(refused);
          charge(contextValue, price);
          keep(document);
          for (const { extensions } of excesses) logger.warn({ limit: extensions.limit }, 'a question over a limit was let through');
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

/** Our own pages' questions may cost more. What is wrong stays wrong, and what variables may hold stays bounded. */
function weigh({ faults, excesses, cost }: Verdict, ours: boolean) {
  const points = cost?.points ?? 0;
  if (!ours) return { faults, excesses, price: points };
  return { faults, excesses: excesses.filter(({ extensions }) => extensions.code !== 'QUERY_TOO_COSTLY'), price: Math.ceil(points / 10) };
}

const withStatus = ({ message, nodes, extensions }: GraphQLError): GraphQLError =>
  new GraphQLError(message, { nodes, extensions: { ...extensions, http: { status: 400 } } });
