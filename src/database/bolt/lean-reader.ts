import { LRUCache } from 'lru-cache';
import type { Parameters, Row } from '../connect.ts';
import { watchPresence } from '../is-there.ts';
import { mapDriverError } from '../map-driver-error.ts';
import type { PoolSize } from '../read-pool.ts';
import { type Bounds, untilAborted } from '../until-aborted.ts';
import { openPool } from './connection-pool.ts';
import { LeftToDriver } from './left-to-driver.ts';
import { readAddress } from './read-address.ts';
import { type Login, packText, runReads } from './requests.ts';
import { type SentRead, sendReads } from './send-reads.ts';

/** Reads from one server, without TLS, at a fraction of what a read costs by the driver. */
export interface LeanReader {
  /** Shape: undefined for what only the driver can read. Errors: as of `Database.read`. */
  read(cypher: string, params: Parameters, limits: Limits): Promise<Row[] | undefined>;
  size(): PoolSize;
  close(): void;
}

type Limits = Omit<Bounds, 'isThere'> & { readonly timeoutMs: number };

interface Statement {
  readonly packed: Buffer;
  isLeft: boolean;
}

/** Of the texts that are run again and again. Units: bytes. */
const keptTexts = 4 * 1024 * 1024;

/** Opens connections to a server when something is read. */
export function openLeanReader(options: Login & { uri: string; database: string; connections: number }): LeanReader {
  const pool = openPool(readAddress(options.uri), options, options.connections);
  const run = runReads(options.database);
  const shortest = run(packText('RETURN 1'), {}, 0);
  let isServerLeft = false;
  const statements = new LRUCache<string, Statement>({
    maxSize: keptTexts,
    sizeCalculation: ({ packed }) => packed.length,
    memoMethod: (cypher) => ({ packed: packText(cypher), isLeft: false }),
  });

  const send = sendReads(pool);
  const isThere = watchPresence(() => send(shortest));
  const ask = (message: Buffer, limits: Limits): Promise<Row[]> => {
    let sent: SentRead | undefined;
    const work = () => {
      sent = send(message);
      return sent.answer;
    };
    return untilAborted(() => sent?.stop(), { ...limits, isThere }, work);
  };

  return {
    async read(cypher, params, limits) {
      const statement = statements.memo(cypher);
      if (isServerLeft || statement.isLeft) return undefined;
      try {
        return await ask(run(statement.packed, params, limits.timeoutMs), limits);
      } catch (error) {
        if (!(error instanceof LeftToDriver)) throw mapDriverError(error);
        isServerLeft ||= error.left === 'server';
        statement.isLeft ||= error.left === 'answer';
        return undefined;
      }
    },
    size: pool.size,
    close: pool.close,
  };
}
