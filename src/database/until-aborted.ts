import type { Session } from 'neo4j-driver';

/**
 * Does work in a session unless a signal ends it: then its session is closed, by which Neo4j ends the running statement.
 * Errors: the signal's reason, at once, whatever the database does.
 */
export async function untilAborted<T>(session: Session, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  if (!signal) return work();
  signal.throwIfAborted();
  let end = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    end = () => {
      // Closing waits for Neo4j, which may be what has kept us waiting.
      session.close().catch(() => {});
      reject(signal.reason);
    };
    signal.addEventListener('abort', end, { once: true });
  });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener('abort', end);
  }
}
