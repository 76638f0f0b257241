import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../config/read-config.ts';
import { GraphError } from '../domain/errors.ts';
import { describeExcess, type Excess, type Limits } from '../domain/limits.ts';
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
  readonly config: Pick<Config, 'introspection' | 'limits'>;
}

/** Where the schema may not be asked, a misspelling shall not be a way to ask it. */
const hint = / Did you mean .*?\?/g;

/** Makes the formatter of all errors: ours and the question's are shown, anything else only by an id that the log line bears too. */
export function errorFormatter({ logger, mapError, config }: FormatterParts) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    // One of ours that a plugin throws has no place in the question, and is wrapped all the same.
    const original = mapError(error instanceof GraphQLError ? (error.originalError ?? error) : error);
    const { locations, path } = formatted;
    if (original instanceof GraphError)
      return { message: original.message, locations, path, extensions: { code: original.code, ...original.details } };
    const code = codeOf(formatted, error);
    const passed = limitPassed(formatted.message, config.limits);
    if (passed)
      return {
        message: describeExcess(passed, 'Ask for less, or in several requests.'),
        locations,
        path,
        extensions: { code, limit: passed },
      };
    const said = hideValues(formatted.message);
    const message = config.introspection ? said : said.replace(hint, '');
    if (rowOf(code)?.foreign) return { message, locations, path, extensions: { code, ...detailsOf(formatted) } };
    // Without the path: aliases are the client's own words.
    const fault = reportFault(original, 'question', logger);
    return { message: fault.message, locations, path, extensions: { code: fault.code, ...fault.details } };
  };
}

/** The limits that GraphQL itself upholds, by its words for them; how much was asked it does not look. */
function limitPassed(message: string, limits: Limits): Excess | undefined {
  if (/^Syntax Error: Document contains more tha[nt] \d+ tokens/.test(message)) return { name: 'tokens', allowed: limits.tokens };
  if (message.startsWith('Too many validation errors,')) return { name: 'validation errors', allowed: limits.validationErrors };
  return undefined;
}

/** A value that a scalar refuses is bad input wherever it stands; in the text of the question Apollo calls it a fault of validation. */
function codeOf({ extensions }: GraphQLFormattedError, error: unknown): string {
  const cause = error instanceof GraphQLError ? error.originalError : undefined;
  const refused = cause instanceof GraphQLError && cause.extensions.code === 'BAD_USER_INPUT';
  return refused ? 'BAD_USER_INPUT' : String(extensions?.code ?? '');
}

const detailsOf = ({ extensions = {} }: GraphQLFormattedError): Record<string, unknown> =>
  Object.fromEntries(shownDetails.flatMap((name) => (extensions[name] === undefined ? [] : [[name, extensions[name]]])));
