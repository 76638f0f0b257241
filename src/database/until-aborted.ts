import { TimeoutError, UnavailableError } from '../domain/errors.ts';

/** What ends a piece of work before it is done. */
export interface Bounds {
  /** Whether Neo4j answers at all. */
  readonly isThere: () => Promise<boolean>;
  readonly signal?: AbortSignal | undefined;
  /** What Neo4j was told to end it by. */
  readonly timeoutMs?: number | undefined;
}

/** How often Neo4j is asked whether it is there while a statement has no answer, and how much later than told it may end one. Units: ms. */
const lookMs = 1500;
const graceMs = 500;

/**
 * Does work unless something ends it before: then `stop` is called, which has Neo4j end the running statement.
 * Errors, whatever the database does: the signal's reason at once; SERVICE_UNAVAILABLE when Neo4j hangs; TIMEOUT when it goes on too long.
 */
export async function untilAborted<T>(stop: () => void, bounds: Bounds, work: () => Promise<T>): Promise<T> {
  const { signal } = bounds;
  signal?.throwIfAborted();
  let letBe = () => {};
  const ended = new Promise<never>((_resolve, reject) => {
    const end = (reason: unknown) => {
      stop();
      reject(reason);
    };
    const abort = () => end(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    const looking = lookAfter(bounds, end);
    letBe = () => {
      clearInterval(looking);
      signal?.removeEventListener('abort', abort);
    };
  });
  return Promise.race([work(), ended]).finally(() => letBe());
}

/** A hung Neo4j ends nothing by the time it was told; one that is there, but slow, is given a little more. */
function lookAfter({ isThere, timeoutMs = Infinity }: Bounds, end: (reason: Error) => void): NodeJS.Timeout {
  const late = performance.now() + (timeoutMs || Infinity) + graceMs;
  return setInterval(async () => {
    if (!(await isThere())) end(new UnavailableError('The database does not answer. Try again shortly.'));
    else if (performance.now() > late) end(new TimeoutError());
  }, lookMs);
}
