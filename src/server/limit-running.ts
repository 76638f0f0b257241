import { GraphError } from '../domain/errors.ts';
import { describeExcess } from '../domain/limits.ts';

/** Begins a question. Shape: what ends it. Errors: SERVICE_UNAVAILABLE while too many run; the signal's reason. */
export type EnterQuestion = (signal: () => AbortSignal) => Promise<() => void>;

/** How long a burst may wait for its turn: beyond it, whoever asked had better hear so. Units: ms. */
const patienceMs = 2000;

/** Lets so many questions of all clients run at once; as many again wait a moment, and the rest are refused without delay. */
export function limitRunning(most: number): EnterQuestion {
  const line = new Set<() => void>();
  let running = 0;
  const leave = () => {
    const [next] = line;
    if (next) next();
    else running -= 1;
  };
  const refuse = (): GraphError => tooBusy(running + line.size + 1, most);
  return async (signal) => {
    if (running < most) running += 1;
    else if (line.size < most) await takeTurn(line, signal(), refuse);
    else throw refuse();
    return leave;
  };
}

/** Waits in a line, whose first is called when a place is free. */
function takeTurn(line: Set<() => void>, signal: AbortSignal, refuse: () => GraphError): Promise<void> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const leaveLine = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      line.delete(called);
    };
    const called = () => {
      leaveLine();
      resolve();
    };
    const giveUp = () => {
      leaveLine();
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      leaveLine();
      reject(refuse());
    }, patienceMs);
    signal.addEventListener('abort', giveUp, { once: true });
    line.add(called);
  });
}

function tooBusy(asked: number, allowed: number): GraphError {
  const limit = { name: 'running questions', asked, allowed };
  return new GraphError('SERVICE_UNAVAILABLE', describeExcess(limit, 'All places are taken. Try again shortly.'), { limit });
}
