import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { GraphError } from '../domain/errors.ts';

/** Faults of the question itself that Apollo and GraphQL name; their messages may be shown. */
const shown = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'QUERY_TOO_COSTLY',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'RATE_LIMITED',
]);
const shownDetails = ['argument', 'limit'] as const;

/** Gives errors of the database's driver a meaning. */
export type MapError = (error: unknown) => unknown;

/** Makes the formatter of all errors: ours and the question's are shown, anything else only by an id that the log line bears too. */
export function errorFormatter(logger: Logger, mapError: MapError) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = mapError(unwrapResolverError(error));
    const { locations, path } = formatted;
    if (original instanceof GraphError)
      return { message: original.message, locations, path, extensions: { code: original.code, ...original.details } };
    const code = codeOf(formatted, error);
    if (shown.has(code)) return { message: formatted.message, locations, path, extensions: { code, ...detailsOf(formatted) } };
    const errorId = randomUUID();
    logger.error({ errorId, err: original, path }, 'a question failed');
    return {
      message: `The question could not be answered because of a fault of ours. Report it with the id ${errorId}.`,
      locations,
      path,
      extensions: { code: 'INTERNAL_SERVER_ERROR', errorId },
    };
  };
}

/** A value that a scalar refuses is bad input wherever it stands; in the text of the question Apollo calls it a fault of validation. */
function codeOf({ extensions }: GraphQLFormattedError, error: unknown): string {
  const cause = error instanceof GraphQLError ? error.originalError : undefined;
  const refused = cause instanceof GraphQLError && cause.extensions.code === 'BAD_USER_INPUT';
  return refused ? 'BAD_USER_INPUT' : String(extensions?.code ?? '');
}

const detailsOf = ({ extensions = {} }: GraphQLFormattedError): Record<string, unknown> =>
  Object.fromEntries(shownDetails.flatMap((name) => (extensions[name] === undefined ? [] : [[name, extensions[name]]])));
