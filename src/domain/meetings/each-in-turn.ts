import { setImmediate } from 'node:timers/promises';

/** How long the others wait. Units: ms. */
const longest = 4;

/** Does something with each of many items; others are answered whenever it has taken some milliseconds. */
export async function eachInTurn<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  let began = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - began < longest) continue;
    await setImmediate();
    began = performance.now();
  }
}
