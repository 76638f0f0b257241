import { basename } from 'node:path';
import type { Database, Parameters } from '../../src/database/connect.ts';

/** A statement that was sent, and the file of `src/database/queries` that wrote it. */
export interface SentStatement {
  readonly file: string;
  readonly cypher: string;
  readonly params: Parameters;
}

/** A database that keeps what our own query files send to it, in the order sent. */
export function recordedReads(database: Database): { database: Database; sent: SentStatement[] } {
  const sent: SentStatement[] = [];
  const read: Database['read'] = (cypher, params = {}, options = {}) => {
    sent.push({ file: senderOf(new Error().stack ?? ''), cypher, params });
    return database.read(cypher, params, options);
  };
  return { database: { ...database, read }, sent };
}

/** A query file calls `read` itself, so it stands in the stack. */
const senderOf = (stack: string): string => basename(/database\/queries\/[\w-]+\.ts/.exec(stack)?.[0] ?? 'elsewhere');
