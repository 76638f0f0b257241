import type { Driver, Session } from 'neo4j-driver';
import { explainSilence } from './explain-silence.ts';

/** What ends a piece of work before it is done. */
export interface Bounds {
  readonly driver: Driver;
  readonly signal?: AbortSignal | undefined;
  /** What Neo4j was told to end it by. */
  readonly timeoutMs?: number | undefined;
}

/** How much later than it was told to Neo4j may end a statement before it is asked what is the matter: it looks every 2 s. Units: ms. */
const graceMs = 500;

/**
 * Does work in a session unless something ends it: then its session is closed, by which Neo4j ends the running statement.
 * Errors, at once, whatever the database does: the signal's reason; TIMEOUT, or SERVICE_UNAVAILABLE where Neo4j hangs.
 */
export async function untilAborted<T>(session: Session, { driver, signal, timeoutMs }: Bounds, work: () => Promise<T>): Promise<T> {
  signal?.throwIfAborted();
  let timer: NodeJS.Timeout | undefined;
  let abort = () => {};
  const ended = new Promise<never>((_resolve, reject) => {
    const end = (reason: unknown) => {
      // Closing waits for Neo4j, which may be what has kept us waiting.
      session.close().catch(() => {});
      reject(reason);
    };
    abort = () => end(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    if (timeoutMs) timer = setTimeout(() => void explainSilence(driver).then(end), timeoutMs + graceMs);
  });
  try {
    return await Promise.race([work(), ended]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}
