import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { GraphError } from '../domain/errors.ts';

/** The time of a request. */
export interface Deadline {
  /** Ends the work of the request when the time is over, or when nobody waits for the answer any more. Made when it is first asked for. */
  signal(): AbortSignal;
  /** Waits for work, but not for ever beyond the end. Errors: the signal's reason. */
  wait<T>(work: Promise<T>): Promise<T>;
}

/** Begins the time of a request. */
export function startDeadline(response: ServerResponse, ms: number): Deadline {
  let controller: AbortController | undefined;
  let giveUp: (reason: GraphError) => void = () => {};
  const over = new Promise<never>((_resolve, reject) => {
    giveUp = reject;
  });
  // Whoever waits hears it as well.
  over.catch(() => {});
  let reason: GraphError | undefined;
  const end = (why: GraphError): void => {
    reason = why;
    controller?.abort(why);
    void sleep(grace).then(() => giveUp(why));
  };
  const timer = setTimeout(() => end(tooLong(ms)), ms);
  const close = (): void => {
    clearTimeout(timer);
    if (!response.writableFinished) end(new GraphError('TIMEOUT', 'The client left before the answer.'));
  };
  // Whoever left while the token was verified is not told of again.
  if (response.closed) close();
  else response.on('close', close);
  return {
    signal: () => {
      controller ??= new AbortController();
      if (reason) controller.abort(reason);
      return controller.signal;
    },
    wait: (work) => Promise.race([work, over]),
  };
}

const tooLong = (ms: number): GraphError =>
  new GraphError('TIMEOUT', `The request took longer than ${ms / 1000} s. Narrow it, or ask for its parts one by one.`, {
    limit: { name: 'ms for the answer', allowed: ms },
  });

/** How long work may take to notice that it was ended, and to say what it has. Units: ms. */
const grace = 500;
