import { ApolloServer } from '@apollo/server';
import * as disabled from '@apollo/server/plugin/disabled';
import { type GraphQLSchema, NoSchemaIntrospectionCustomRule } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../config/read-config.ts';
import { knownOperationKinds } from '../guard/known-operation-kinds.ts';
import type { Visit } from './admit-request.ts';
import { documentStore } from './document-store.ts';
import { errorFormatter, type FormatterParts } from './format-error.ts';
import { guardPlugin } from './guard-plugin.ts';
import { type Recorded, recordPlugin } from './record-plugin.ts';
import { statusPlugin } from './status-plugin.ts';
import type { StoredOperations } from './stored-operations.ts';

/** What the executor is set by. */
export type ApolloConfig = Pick<Config, 'limits' | 'guard' | 'introspection' | 'questionStoreKb'>;

/** What the executor is made of. */
export interface ApolloParts extends FormatterParts {
  readonly schema: GraphQLSchema;
  readonly config: ApolloConfig;
  readonly storedOperations: StoredOperations;
}

/** Makes the executor of questions: no landing page, no reporting, no batches, no store that clients could fill. */
export function createApollo<C extends Recorded & Pick<Visit, 'charge'>>(parts: ApolloParts): ApolloServer<C> {
  const { schema, config, logger } = parts;
  const { limits, guard } = config;
  const documents = config.questionStoreKb === 0 ? null : documentStore(config.questionStoreKb * 1024);
  return new ApolloServer<C>({
    schema,
    introspection: true,
    // Apollo's own refusal names it.
    validationRules: [knownOperationKinds, ...(config.introspection ? [] : [NoSchemaIntrospectionCustomRule])],
    hideSchemaDetailsFromClientErrors: !config.introspection,
    csrfPrevention: true,
    persistedQueries: { cache: keepsNothing },
    documentStore: documents,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    // One more says that there were too many.
    validationOptions: { maxErrors: limits.validationErrors - 1 },
    formatError: errorFormatter(parts),
    logger: quiet(logger),
    plugins: [
      disabled.ApolloServerPluginLandingPageDisabled(),
      disabled.ApolloServerPluginCacheControlDisabled(),
      disabled.ApolloServerPluginUsageReportingDisabled(),
      disabled.ApolloServerPluginSchemaReportingDisabled(),
      guardPlugin<C>({
        limits,
        mode: guard,
        logger,
        keep: (document) => documents?.keep(document),
        stored: new Set(parts.storedOperations.values()),
      }),
      statusPlugin,
      // Last, for it notes what the others made of the answer.
      recordPlugin,
    ],
  });
}

const quiet = (logger: Logger) => ({
  debug: (message?: string) => logger.debug(message),
  info: (message?: string) => logger.info(message),
  warn: (message?: string) => logger.warn(message),
  error: (message?: string) => logger.error(message),
});

/** Whoever sends a hash alone hears that it is not known, and sends the question with it: answered, and not stored. */
const keepsNothing = { get: async () => undefined, set: async () => {}, delete: async () => false };
