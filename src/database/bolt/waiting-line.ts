import { poolExhausted } from './driver-errors.ts';

/** Those who wait for something, first come first served. */
export interface WaitingLine<T> {
  readonly size: number;
  /** Errors: the driver's for a pool that is exhausted, when nothing has come in time. */
  wait(): Promise<T>;
  /** Gives it to the first. Shape: whether there was one. */
  serve(thing: T): boolean;
  /** Sends the first away. */
  refuse(error: Error): void;
}

/** Makes a line in which nobody waits longer. */
export function waitingLine<T>(patienceMs: number): WaitingLine<T> {
  const line = new Set<{ serve(thing: T): void; refuse(error: Error): void }>();
  const first = () => line.values().next().value;
  const wait = () =>
    new Promise<T>((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer);
        line.delete(waiting);
      };
      const waiting = {
        serve(thing: T) {
          leave();
          resolve(thing);
        },
        refuse(error: Error) {
          leave();
          reject(error);
        },
      };
      const timer = setTimeout(() => waiting.refuse(poolExhausted(patienceMs)), patienceMs);
      line.add(waiting);
    });
  return {
    get size() {
      return line.size;
    },
    wait,
    serve(thing) {
      const next = first();
      next?.serve(thing);
      return next !== undefined;
    },
    refuse: (error) => first()?.refuse(error),
  };
}
