import type { ErrorCode } from '../domain/errors.ts';

/** The codes that Apollo and GraphQL give the faults of a question; their messages may be shown. */
type ForeignCode =
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'PERSISTED_QUERY_NOT_SUPPORTED';

/** What a code means beyond its name. */
export interface ErrorRow {
  /** The HTTP status of an answer that holds no data at all, by its first error; without one, what Apollo or the guard said. */
  readonly status?: number;
  /** How loud the log is about it. */
  readonly level: 'info' | 'warn' | 'error';
  /** Raised as a GraphQL error too, by Apollo or a plugin, with a message that may be shown. */
  readonly foreign?: true;
}

/** Every code a client can meet: its status and its log level. */
const table: Readonly<Record<ErrorCode | ForeignCode, ErrorRow>> = {
  BAD_REQUEST: { level: 'info', foreign: true },
  BAD_USER_INPUT: { status: 400, level: 'info', foreign: true },
  CONFLICT: { level: 'info' },
  FORBIDDEN: { status: 403, level: 'info' },
  GRAPHQL_PARSE_FAILED: { level: 'info', foreign: true },
  GRAPHQL_VALIDATION_FAILED: { level: 'info', foreign: true },
  INTERNAL_SERVER_ERROR: { status: 500, level: 'error' },
  NOT_FOUND: { level: 'info' },
  OPERATION_RESOLUTION_FAILURE: { level: 'info', foreign: true },
  PERSISTED_QUERY_NOT_FOUND: { level: 'info', foreign: true },
  PERSISTED_QUERY_NOT_SUPPORTED: { level: 'info', foreign: true },
  QUERY_TOO_COSTLY: { level: 'info', foreign: true },
  RATE_LIMITED: { status: 429, level: 'info', foreign: true },
  SERVICE_UNAVAILABLE: { status: 503, level: 'warn' },
  TIMEOUT: { status: 504, level: 'warn' },
  TOO_BROAD: { level: 'info' },
  UNAUTHENTICATED: { status: 401, level: 'info' },
};

/** The row of a code; undefined for one that no client may meet. */
export const rowOf = (code: unknown): ErrorRow | undefined =>
  typeof code === 'string' && Object.hasOwn(table, code) ? table[code as keyof typeof table] : undefined;
