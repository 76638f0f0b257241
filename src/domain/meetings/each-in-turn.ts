import { setImmediate } from 'node:timers/promises';

/** How long the others wait. Units: ms. */
const longest = 4;
// To look at the clock after each would cost as much as the work.
const betweenLooks = 16;

/** Does something with each of many items; others are answered whenever it has taken some milliseconds. Errors: the signal's reason, when nobody waits any longer. */
export async function eachInTurn<T>(items: Iterable<T>, work: (item: T) => void, signal?: AbortSignal): Promise<void> {
  let began = performance.now();
  let done = 0;
  for (const item of items) {
    work(item);
    done += 1;
    if (done % betweenLooks !== 0 || performance.now() - began < longest) continue;
    await setImmediate();
    signal?.throwIfAborted();
    began = performance.now();
  }
}
