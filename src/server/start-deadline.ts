import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { GraphError } from '../domain/errors.ts';

/** Begins the time of a request. Shape: a signal that ends its work when the time is over, or when nobody waits for the answer any more. */
export function startDeadline(response: ServerResponse, ms: number): AbortSignal {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(tooLong(ms)), ms);
  response.on('close', () => {
    clearTimeout(timer);
    if (!response.writableFinished) controller.abort(new GraphError('TIMEOUT', 'The client left before the answer.'));
  });
  return controller.signal;
}

const tooLong = (ms: number): GraphError =>
  new GraphError('TIMEOUT', `The request took longer than ${ms / 1000} s. Narrow it, or ask for its parts one by one.`);

/** How long work may take to notice that it was ended, and to say what it has. Units: ms. */
const grace = 500;

/** Waits for work, but not for ever beyond the end of its signal. Errors: the signal's reason. */
export function waitUntil<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const over = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => void sleep(grace).then(() => reject(signal.reason)), { once: true });
  });
  return Promise.race([work, over]);
}
