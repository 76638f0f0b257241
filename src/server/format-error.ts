import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../config/read-config.ts';
import { GraphError } from '../domain/errors.ts';
import { rowOf } from './error-table.ts';
import { hideValues } from './hide-values.ts';
import { reportFault } from './report-fault.ts';

const shownDetails = ['argument', 'limit'] as const;

/** Gives errors of the database's driver a meaning. */
export type MapError = (error: unknown) => unknown;

/** What the formatter needs of the rest. */
export interface FormatterParts {
  readonly logger: Logger;
  readonly mapError: MapError;
  readonly config: Pick<Config, 'introspection'>;
}

/** Where the schema may not be asked, a misspelling shall not be a way to ask it. */
const hint = / Did you mean .*?\?/g;

/** Makes the formatter of all errors: ours and the question's are shown, anything else only by an id that the log line bears too. */
export function errorFormatter({ logger, mapError, config }: FormatterParts) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = mapError(unwrapResolverError(error));
    const { locations, path } = formatted;
    if (original instanceof GraphError)
      return { message: original.message, locations, path, extensions: { code: original.code, ...original.details } };
    const code = codeOf(formatted, error);
    const said = hideValues(formatted.message);
    const message = config.introspection ? said : said.replace(hint, '');
    if (rowOf(code)?.foreign) return { message, locations, path, extensions: { code, ...detailsOf(formatted) } };
    // Without the path: aliases are the client's own words.
    const fault = reportFault(original, 'question', logger);
    return { message: fault.message, locations, path, extensions: { code: fault.code, ...fault.details } };
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
