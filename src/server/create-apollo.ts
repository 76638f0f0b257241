import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import * as disabled from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../config/read-config.ts';
import type { Visit } from './admit-request.ts';
import { chargeVisit } from './charge-visit.ts';
import { errorFormatter, type MapError } from './format-error.ts';
import { guardPlugin } from './guard-plugin.ts';
import { statusPlugin } from './status-plugin.ts';

/** What the executor is set by. */
export type ApolloConfig = Pick<Config, 'limits' | 'guard'>;

/** Makes the executor of questions: no landing page, no reporting, no batches, no store that clients could fill. */
export function createApollo<C extends BaseContext & Pick<Visit, 'charge'>>(
  schema: GraphQLSchema,
  { limits, guard }: ApolloConfig,
  logger: Logger,
  mapError: MapError,
  plugins: ApolloServerPlugin[] = [],
): ApolloServer<C> {
  return new ApolloServer<C>({
    schema,
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    formatError: errorFormatter(logger, mapError),
    logger: quiet(logger),
    plugins: [
      disabled.ApolloServerPluginLandingPageDisabled(),
      disabled.ApolloServerPluginCacheControlDisabled(),
      disabled.ApolloServerPluginUsageReportingDisabled(),
      disabled.ApolloServerPluginSchemaReportingDisabled(),
      guardPlugin<C>(limits, guard, logger, chargeVisit),
      statusPlugin,
      ...plugins,
    ],
  });
}

const quiet = (logger: Logger) => ({
  debug: (message?: string) => logger.debug(message),
  info: (message?: string) => logger.info(message),
  warn: (message?: string) => logger.warn(message),
  error: (message?: string) => logger.error(message),
});
