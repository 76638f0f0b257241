import type { PoolSize } from '../read-pool.ts';
import { type Connection, openConnection } from './connection.ts';
import { connectionLost } from './driver-errors.ts';
import type { Address } from './open-socket.ts';
import type { Login } from './requests.ts';
import { waitingLine } from './waiting-line.ts';

/** Connections that stay open between statements. */
export interface ConnectionPool {
  /** Errors: why one could not be opened; the driver's when none is free in time. */
  acquire(): Promise<Connection>;
  /** Takes one back; it is lent again when all that was under way on it has ended. */
  release(connection: Connection): Promise<void>;
  size(): PoolSize;
  close(): void;
}

/** How long a free connection is waited for. Units: ms. */
const patienceMs = 2000;

/** Opens connections when they are wanted, so many at most. */
export function openPool(address: Address, login: Login, most: number): ConnectionPool {
  const [all, opening, line] = [new Set<Connection>(), new Set<Connection>(), waitingLine<Connection>(patienceMs)];
  let idle: Connection[] = [];
  let isClosed = false;

  const lend = (connection: Connection) => {
    if (!line.serve(connection)) idle.push(connection);
  };
  const openOne = () => {
    const connection = openConnection(address, login, {
      open() {
        opening.delete(connection);
        lend(connection);
      },
      close(why) {
        all.delete(connection);
        idle = idle.filter((other) => other !== connection);
        if (opening.delete(connection)) line.refuse(why);
        openMore();
      },
    });
    all.add(connection);
    opening.add(connection);
  };
  const openMore = () => {
    while (!isClosed && opening.size < line.size && all.size < most) openOne();
  };
  const wait = () => {
    const waiting = line.wait();
    openMore();
    return waiting;
  };

  return {
    async acquire() {
      if (isClosed) throw connectionLost('all are closed');
      return idle.pop() ?? wait();
    },
    async release(connection) {
      if (!connection.isReady) await connection.reset();
      if (connection.isReady) lend(connection);
    },
    size: () => ({ busy: all.size - opening.size - idle.length, idle: idle.length }),
    close() {
      isClosed = true;
      while (line.size > 0) line.refuse(connectionLost('all are closed'));
      for (const connection of all) connection.close();
      for (const one of [all, opening]) one.clear();
      idle = [];
    },
  };
}
