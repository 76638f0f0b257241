import { resolve } from 'node:path';
import { z } from 'zod';
import { OperatorError } from '../domain/errors.ts';
import { defaultLimits, type Limits, largestPage } from '../domain/limits.ts';
import { accessSettings } from './access-settings.ts';
import { findUnsafeSettings } from './check-safety.ts';
import { findUnknownSettings } from './find-unknown-settings.ts';
import { arrangeHttp, httpSettings } from './http-settings.ts';
import { isLoopback } from './is-loopback.ts';
import { readSecretFiles } from './read-secret-files.ts';
import { wholeNumber } from './whole-number.ts';

/** The variables as they stand in the environment; an empty one counts as unset. */
export type Environment = Readonly<Record<string, string | undefined>>;

type LimitName = keyof Limits;
const limitNames = Object.keys(defaultLimits) as LimitName[];
/** `whereDepth` is set by GRAPH_MAX_WHERE_DEPTH. */
const variableOf = (limit: LimitName): string => `GRAPH_MAX_${limit.replace(/[A-Z]/g, '_$&').toUpperCase()}`;
/** What the schema says so much of itself can be lowered only; the indexes take no longer phrases; of two errors one says that there are more. */
const bounds: Partial<Record<LimitName, readonly [number, number]>> = {
  pageSize: [1, largestPage],
  pathFacts: [1, defaultLimits.pathFacts],
  phraseLength: [1, 200],
  phraseTerms: [1, 50],
  validationErrors: [2, 1_000_000],
};
const limitSettings = Object.fromEntries(
  limitNames.map((name) => [variableOf(name), wholeNumber(...(bounds[name] ?? [1, 1_000_000])).default(defaultLimits[name])]),
);

const settings = z.object({
  ...limitSettings,
  NODE_ENV: z.string().default('production'),
  // 0 asks the system for a free port, which tests do.
  GRAPH_PORT: wholeNumber(0, 65_535).default(4000),
  GRAPH_HOST: z.string().default('127.0.0.1'),
  GRAPH_HOME: z
    .string()
    .default('.neo4j')
    .transform((path) => resolve(path)),
  GRAPH_DOCUMENTS_DIR: z
    .string()
    .transform((path) => resolve(path))
    .optional(),
  ...accessSettings,
  GRAPH_CLIENT_POINTS_PER_HOUR: wholeNumber(1, 1_000_000_000).default(50_000),
  GRAPH_CLIENT_RUNNING: wholeNumber(1, 1000).default(10),
  GRAPH_HEAP: z
    .string()
    .regex(/^[1-9]\d*[mg]$/, 'must be a size such as 512m or 2g')
    .default('512m'),
  GRAPH_GUARD: z.enum(['enforce', 'warn'], 'must be enforce or warn').default('enforce'),
  ...httpSettings,
  GRAPH_LEAN_READS: z.enum(['on', 'off'], 'must be on or off').default('on'),
  GRAPH_TRANSACTION_TIMEOUT_MS: wholeNumber(100, 600_000).default(5000),
  GRAPH_LEAST_FREE_MB: wholeNumber(1, 1_000_000).default(256),
  GRAPH_DRAIN_MS: wholeNumber(0, 60_000).default(0),
  NEO4J_URI: z
    .string()
    .regex(/^(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\/[^/]/, 'must begin with neo4j://, neo4j+s://, bolt:// or bolt+s:// and name a host')
    .refine((uri) => URL.canParse(uri), 'must be an address such as neo4j://host:7687')
    .optional(),
  NEO4J_USERNAME: z.string().default('neo4j'),
  NEO4J_PASSWORD: z.string().optional(),
  NEO4J_PASSWORD_FILE: z.string().optional(),
  NEO4J_DATABASE: z.string().default('neo4j'),
  JAVA_HOME: z.string().optional(),
  PATH: z.string().default(''),
});

/** Every setting of the programs, checked, with its default filled in. */
export type Config = ReturnType<typeof arrange>;

/**
 * Reads the settings from the environment, once, at the start.
 * Errors: one OperatorError (exit code 2) that names every fault.
 */
export function readConfig(env: Environment): Config {
  const { given, faults: ofFiles } = readSecretFiles(whatIsSet(env));
  const parsed = settings.safeParse(given);
  const faults = [
    ...ofFiles,
    ...findUnknownSettings(Object.keys(given), Object.keys(settings.shape)),
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`),
  ];
  if (parsed.data) faults.push(...findUnsafeSettings(parsed.data));
  if (given.NEO4J_URI && !given.NEO4J_PASSWORD && !given.NEO4J_PASSWORD_FILE)
    faults.push('NEO4J_PASSWORD or NEO4J_PASSWORD_FILE must be set when NEO4J_URI is');
  if (!parsed.success || faults.length > 0) throw new OperatorError(describe(faults), 2);
  return arrange(parsed.data);
}

const whatIsSet = (env: Environment): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''));

function describe(faults: string[]): string {
  return ['The settings cannot be used:', ...faults.map((fault) => `  - ${fault}`)].join('\n');
}

function arrange(set: z.output<typeof settings>) {
  return Object.freeze({
    production: set.NODE_ENV === 'production',
    port: set.GRAPH_PORT,
    host: set.GRAPH_HOST,
    home: set.GRAPH_HOME,
    documentsDir: set.GRAPH_DOCUMENTS_DIR,
    access: set.GRAPH_ACCESS,
    /** How tokens are checked; undefined: none is taken. */
    jwt: jwtOf(set),
    passagesFor: set.GRAPH_PASSAGES_FOR ?? 'anyone',
    // What they tell of our inside is not for strangers on other machines unless the operator says so.
    metricsFor: set.GRAPH_METRICS_FOR ?? (isLoopback(set.GRAPH_HOST) && set.GRAPH_ACCESS === 'open' ? 'anyone' : 'admin'),
    /** Addresses and networks whose `X-Forwarded-For` is believed. */
    trustedProxies: set.GRAPH_TRUSTED_PROXIES,
    clientPointsPerHour: set.GRAPH_CLIENT_POINTS_PER_HOUR,
    clientRunning: set.GRAPH_CLIENT_RUNNING,
    heap: set.GRAPH_HEAP,
    limits: limitsOf(set),
    /** warn: costly questions pass, and are logged. */
    guard: set.GRAPH_GUARD,
    ...arrangeHttp(set),
    /** Reads by our own reader of Bolt where it can, else by the driver. */
    leanReads: set.GRAPH_LEAN_READS === 'on',
    transactionTimeoutMs: set.GRAPH_TRANSACTION_TIMEOUT_MS,
    /** Below so many free megabytes the service says that it is not ready. */
    leastFreeMb: set.GRAPH_LEAST_FREE_MB,
    /** How long the service says that it stops before it does, for load balancers to notice. */
    drainMs: set.GRAPH_DRAIN_MS,
    /** Set: a server of the operator's; unset: the embedded one. */
    neo4jUri: set.NEO4J_URI,
    neo4jUsername: set.NEO4J_USERNAME,
    neo4jPassword: set.NEO4J_PASSWORD,
    neo4jDatabase: set.NEO4J_DATABASE,
    /** Where Java and Maven are looked for. */
    javaHome: set.JAVA_HOME,
    searchPath: set.PATH,
  });
}

function jwtOf({ GRAPH_JWT_SECRET: secrets, GRAPH_JWKS_URL: jwksUrl, GRAPH_JWT_ISSUER, GRAPH_JWT_AUDIENCE }: z.output<typeof settings>) {
  if (!secrets && !jwksUrl) return undefined;
  return { secrets: secrets ?? [], jwksUrl, issuer: GRAPH_JWT_ISSUER ?? '', audience: GRAPH_JWT_AUDIENCE ?? '' };
}

const limitsOf = (set: Readonly<Record<string, unknown>>): Limits =>
  Object.fromEntries(limitNames.map((name) => [name, set[variableOf(name)]])) as unknown as Limits;
