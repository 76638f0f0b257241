import type { Row } from '../connect.ts';
import type { Sent } from '../is-there.ts';
import type { Connection } from './connection.ts';
import type { ConnectionPool } from './connection-pool.ts';
import { Reading } from './reading.ts';

/** A statement that was sent for its rows. */
export interface SentRead extends Sent {
  readonly answer: Promise<Row[]>;
}

/** Makes what sends statements that read, each on a connection that has nothing else to do. */
export function sendReads(pool: ConnectionPool): (message: Buffer) => SentRead {
  return (message) => {
    let lent: Connection | undefined;
    let isStopped = false;
    const read = async () => {
      const connection = await pool.acquire();
      try {
        // Nobody hears this.
        if (isStopped) return [];
        lent = connection;
        const reading = new Reading();
        connection.send(message, reading, reading);
        return await reading.rows;
      } finally {
        lent = undefined;
        pool.release(connection);
      }
    };
    const stop = () => {
      isStopped = true;
      lent?.reset();
    };
    return { answer: read(), stop };
  };
}
