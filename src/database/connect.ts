import neo4j, { type Driver, type ManagedTransaction, type QueryResult, type Session } from 'neo4j-driver';
import { watchVersion } from '../domain/watch-version.ts';
import { type LeanReader, openLeanReader } from './bolt/lean-reader.ts';
import { encodeParameters } from './encode-parameters.ts';
import { type Sent, watchPresence } from './is-there.ts';
import { mapDriverError } from './map-driver-error.ts';
import { readAgain } from './read-again.ts';
import { countBeside } from './read-pool.ts';
import { type InTurn, shareConnections } from './share-connections.ts';
import { type Bounds, untilAborted } from './until-aborted.ts';

/** One row of an answer: a plain object keyed by the names in RETURN, integers as JavaScript numbers. */
export type Row = Record<string, unknown>;

/** Values for the `$names` of a statement; whole numbers arrive as integers. */
export type Parameters = Record<string, unknown>;

/** What a unit of work may do inside its transaction. */
export interface WriteTransaction {
  run(cypher: string, params?: Parameters): Promise<Row[]>;
}

/** How long a read may take, and what ends it before. */
export interface ReadOptions {
  timeoutMs?: number;
  signal?: AbortSignal;
}

/** Where the database is and how to be let in. */
export interface ConnectOptions {
  uri: string;
  username: string;
  password: string;
  database: string;
  transactionTimeoutMs: number;
  /** How many questions run at once, as `GRAPH_MAX_RUNNING` has it. */
  maxRunning?: number;
  /** Whether reads go beside the driver where they can: from one server, without TLS. */
  leanReads?: boolean;
}

const defaultRunning = 24;
/** Connections beyond the one that each question is sure of: for questions that read several things at once, and for ourselves. */
const spareConnections = 4;
const ownConnections = 4;

/** The one way to Neo4j: reads that cannot write, writes that are retried, and statements on the schema. */
export interface Database {
  readonly driver: Driver;
  /** The name of the database in Neo4j, said in every session. */
  readonly name: string;
  /** Begins the turns of one question, so that all have their share of the connections. */
  readonly takeTurns: () => InTurn;
  /** Errors: SERVICE_UNAVAILABLE, TIMEOUT, the signal's reason; a statement that writes is refused by Neo4j. */
  read(cypher: string, params?: Parameters, options?: ReadOptions): Promise<Row[]>;
  /** Reads row by row, however many there are; the database waits while a row is worked on. Errors: as of `read`. */
  stream(cypher: string, params?: Parameters, options?: { timeoutMs?: number }): AsyncIterable<Row>;
  /** Runs the work in one transaction, again from its start on a passing fault: it must be idempotent. */
  write<T>(work: (tx: WriteTransaction) => Promise<T>, options?: { timeoutMs?: number }): Promise<T>;
  /** Constraints, indexes and `CALL … IN TRANSACTIONS`, which Neo4j takes in transactions of their own only; no time limit. */
  schema(cypher: string, params?: Parameters): Promise<Row[]>;
  /** Stands for all that is committed: it moves with every write, whoever wrote, and is at most a second old. Errors: as of `read`. */
  version(): Promise<string>;
  close(): Promise<void>;
}

/** Opens a driver on the database; nothing is sent before the first statement. */
export function connect(options: ConnectOptions): Database {
  const { database: name, transactionTimeoutMs } = options;
  const connections = (options.maxRunning ?? defaultRunning) + spareConnections + ownConnections;
  const driver = openDriver(options, connections);
  const lean = openLean(options, driver, connections);
  const inSession = sessionsOf(driver, name, options.uri.startsWith('neo4j'));
  const isThere = watchPresence(() => sendShortest(driver, name));
  const version = watchVersion(() =>
    inSession(neo4j.session.READ, (session) => readVersion(session, { isThere, timeoutMs: transactionTimeoutMs })),
  );
  const readByDriver = (cypher: string, params: Parameters, bounds: ReadOptions): Promise<Row[]> =>
    inSession(neo4j.session.READ, (session) =>
      untilAborted(closing(session), { ...bounds, isThere }, async () =>
        rowsOf(await untraced(() => session.run(cypher, encodeParameters(params), { timeout: bounds.timeoutMs }))),
      ),
    );
  return {
    driver,
    name,
    takeTurns: shareConnections(spareConnections),
    read: (cypher, params = {}, { timeoutMs = transactionTimeoutMs, signal } = {}) => {
      const bounds = { signal, timeoutMs };
      return readAgain(async () => (await lean?.read(cypher, params, bounds)) ?? readByDriver(cypher, params, bounds));
    },
    stream: (cypher, params = {}, { timeoutMs = transactionTimeoutMs } = {}) =>
      streamOf(driver, name, (session) => session.run(cypher, encodeParameters(params), { timeout: timeoutMs })),
    write: (work, { timeoutMs = transactionTimeoutMs } = {}) =>
      inSession(neo4j.session.WRITE, (session) => session.executeWrite((tx) => work(wrap(tx)), { timeout: timeoutMs })).finally(
        version.forget,
      ),
    schema: (cypher, params = {}) =>
      inSession(neo4j.session.WRITE, async (session) => rowsOf(await session.run(cypher, encodeParameters(params)))).finally(
        version.forget,
      ),
    version: version.now,
    close: () => {
      lean?.close();
      return driver.close();
    },
  };
}

function openDriver({ uri, username, password }: ConnectOptions, connections: number): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(username, password), {
    disableLosslessIntegers: true,
    // Whole answers in one message: ours are bounded, and a paused stream would hold a connection.
    fetchSize: -1,
    maxConnectionPoolSize: connections,
    connectionTimeout: 1500,
    connectionAcquisitionTimeout: 2000,
    maxTransactionRetryTime: 3000,
    telemetryDisabled: true,
    // A read that breaks is sent again by readAgain, and a write by executeWrite.
    disableAutoCommitRetries: true,
  });
}

/** Reads of our own, where the address names one server and no TLS; the rest is the driver's. */
function openLean(options: ConnectOptions, driver: Driver, connections: number): LeanReader | undefined {
  const { uri, leanReads = false } = options;
  if (!leanReads || !uri.startsWith('bolt:')) return undefined;
  const lean = openLeanReader({ ...options, connections });
  countBeside(driver, lean.size);
  return lean;
}

type SessionMode = typeof neo4j.session.READ;

/** Opens sessions; those in a cluster see what was written in the ones before, on whichever member they are. */
function sessionsOf(driver: Driver, database: string, isCluster: boolean) {
  let written: readonly string[] = [];
  return async function inSession<T>(defaultAccessMode: SessionMode, use: (session: Session) => Promise<T>): Promise<T> {
    const seen = written;
    const session = driver.session({ database, defaultAccessMode, bookmarks: [...seen] });
    try {
      const result = await use(session);
      // What was written beside it stays; what it has seen, it stands for.
      if (isCluster && defaultAccessMode === neo4j.session.WRITE)
        written = [...written.filter((bookmark) => !seen.includes(bookmark)), ...session.lastBookmarks()];
      return result;
    } catch (error) {
      throw mapDriverError(error);
    } finally {
      await session.close();
    }
  };
}

/** Closing a session ends its statement; it waits for Neo4j, which may be what has kept us waiting. */
const closing = (session: Session) => () => void session.close().catch(() => {});

function sendShortest(driver: Driver, database: string): Sent {
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
  return { answer: session.run('RETURN 1'), stop: closing(session) };
}

/** A bookmark names the last transaction that is committed, of whomever; the shortest statement brings one. */
const readVersion = (session: Session, bounds: Bounds & { timeoutMs: number }): Promise<string> =>
  untilAborted(closing(session), bounds, async () => {
    await session.run('RETURN 1', {}, { timeout: bounds.timeoutMs });
    return session.lastBookmarks().join(' ');
  });

async function* streamOf(
  driver: Driver,
  database: string,
  run: (session: Session) => AsyncIterable<{ toObject(): Row }>,
): AsyncGenerator<Row> {
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ, fetchSize: 1000 });
  try {
    for await (const record of run(session)) yield record.toObject();
  } catch (error) {
    throw mapDriverError(error);
  } finally {
    await session.close();
  }
}

/** The driver takes a stack trace for each statement it is given, a good part of what a short one costs; an error names its statement without. */
function untraced<T>(begin: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return begin();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function wrap(tx: ManagedTransaction): WriteTransaction {
  return { run: async (cypher, params = {}) => rowsOf(await tx.run(cypher, encodeParameters(params))) };
}

function rowsOf(result: QueryResult): Row[] {
  return result.records.map((record) => record.toObject());
}
