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
  /** The HTTP status of an answer that holds no data at all, by its first error. A request that is no question may say more exactly why. */
  readonly status: number;
  /** The status where it showed only while the question was executed. */
  readonly executed?: number;
  /** How loud the log is about it. */
  readonly level: 'info' | 'warn' | 'error';
  /** Raised as a GraphQL error too, by Apollo or a plugin, with a message that may be shown. */
  readonly foreign?: true;
}

/** Every code a client can meet: its status and its log level. */
const table: Readonly<Record<ErrorCode | ForeignCode, ErrorRow>> = {
  BAD_REQUEST: { status: 400, level: 'info', foreign: true },
  BAD_USER_INPUT: { status: 400, level: 'info', foreign: true },
  CONFLICT: { status: 200, level: 'info' },
  FORBIDDEN: { status: 403, level: 'info' },
  GRAPHQL_PARSE_FAILED: { status: 400, level: 'info', foreign: true },
  GRAPHQL_VALIDATION_FAILED: { status: 400, level: 'info', foreign: true },
  INTERNAL_SERVER_ERROR: { status: 500, level: 'error' },
  NOT_FOUND: { status: 200, level: 'info' },
  OPERATION_RESOLUTION_FAILURE: { status: 400, level: 'info', foreign: true },
  PERSISTED_QUERY_NOT_FOUND: { status: 200, level: 'info', foreign: true },
  PERSISTED_QUERY_NOT_SUPPORTED: { status: 200, level: 'info', foreign: true },
  // Of the database's memory one hears late.
  QUERY_TOO_COSTLY: { status: 400, executed: 200, level: 'info', foreign: true },
  RATE_LIMITED: { status: 429, level: 'info' },
  SERVICE_UNAVAILABLE: { status: 503, level: 'warn' },
  TIMEOUT: { status: 504, level: 'warn' },
  TOO_BROAD: { status: 200, level: 'info' },
  UNAUTHENTICATED: { status: 401, level: 'info' },
};

/** The row of a code; undefined for one that no client may meet. */
export const rowOf = (code: unknown): ErrorRow | undefined =>
  typeof code === 'string' && Object.hasOwn(table, code) ? table[code as keyof typeof table] : undefined;

/** The HTTP status that a code has without anything executed. */
export const statusOf = (code: ErrorCode): number => table[code].status;
