import { z } from 'zod';
import { wholeNumber } from './whole-number.ts';

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

/** How the API speaks HTTP, as the environment says it. */
export const httpSettings = {
  GRAPH_CORS_ORIGINS: z
    .string()
    .transform((text) => text.split(',').map((origin) => origin.trim()))
    .refine(
      (origins) => origins.every((origin) => origin === '*' || origin === 'none' || isOrigin(origin)),
      'must be *, none, or origins such as https://example.org with commas between',
    )
    .optional(),
  GRAPH_INTROSPECTION: z.enum(['on', 'off'], 'must be on or off').default('on'),
  GRAPH_LOG_LEVEL: z.enum(levels, `must be one of ${levels.join(', ')}`).default('info'),
  GRAPH_ONLY_STORED_OPERATIONS: z.enum(['on', 'off'], 'must be on or off').default('off'),
  GRAPH_ANSWER_STORE_MB: wholeNumber(0, 100_000).optional(),
  GRAPH_QUESTION_STORE_KB: wholeNumber(0, 100_000).default(256),
  GRAPH_MAX_CONNECTIONS: wholeNumber(1, 100_000).default(1000),
  GRAPH_MAX_RUNNING: wholeNumber(1, 500).default(24),
  GRAPH_MAX_BODY_KB: wholeNumber(1, 100_000).default(256),
  GRAPH_MAX_HEADER_KB: wholeNumber(1, 1000).default(16),
  GRAPH_HEADERS_TIMEOUT_MS: wholeNumber(100, 600_000).default(10_000),
  GRAPH_BODY_TIMEOUT_MS: wholeNumber(100, 600_000).default(15_000),
  GRAPH_REQUEST_TIMEOUT_MS: wholeNumber(100, 600_000).default(10_000),
};

type Set = z.output<z.ZodObject<typeof httpSettings>> & {
  readonly GRAPH_ACCESS: 'open' | 'private';
  readonly NEO4J_URI?: string | undefined;
};

/** The same as the programs read it. */
export function arrangeHttp(set: Set) {
  return {
    /** Whose pages may read answers: all (`*`) while anyone may ask, else only those named. */
    corsOrigins: (set.GRAPH_CORS_ORIGINS ?? (set.GRAPH_ACCESS === 'open' ? ['*'] : [])).filter((origin) => origin !== 'none'),
    introspection: set.GRAPH_INTROSPECTION === 'on',
    logLevel: set.GRAPH_LOG_LEVEL,
    /** Answers the questions of our own pages and no others. */
    onlyStoredOperations: set.GRAPH_ONLY_STORED_OPERATIONS === 'on',
    /** How much memory answers are kept in; 0: none are. */
    answerStoreMb: set.GRAPH_ANSWER_STORE_MB ?? (isRouted(set.NEO4J_URI) ? 0 : 32),
    /** How long the texts of questions may be together that stay parsed and planned; 0: none do. */
    questionStoreKb: set.GRAPH_QUESTION_STORE_KB,
    maxConnections: set.GRAPH_MAX_CONNECTIONS,
    /** Questions of all clients that run at once; the driver's pool is made to fit. */
    maxRunning: set.GRAPH_MAX_RUNNING,
    /** Units: bytes, as they come and unpacked: packed bodies are not taken. */
    maxBody: set.GRAPH_MAX_BODY_KB * 1024,
    /** Units: bytes, of all headers together. */
    maxHeaders: set.GRAPH_MAX_HEADER_KB * 1024,
    /** How long a client may take to send the headers, and the request with its body. */
    headersTimeoutMs: set.GRAPH_HEADERS_TIMEOUT_MS,
    bodyTimeoutMs: set.GRAPH_BODY_TIMEOUT_MS,
    requestTimeoutMs: set.GRAPH_REQUEST_TIMEOUT_MS,
  };
}

/** In a cluster the member that says what is committed need not be the one that answers next. */
const isRouted = (uri = ''): boolean => uri.startsWith('neo4j');
