import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { UnavailableError } from '../domain/errors.ts';

/** Answers a request, of which something is known. */
type Handle<K> = (request: IncomingMessage, response: ServerResponse, known: K) => void;

/** The requests that are being answered, and the way to let them end. */
export interface TrackedRequests<K> {
  readonly handler: Handle<K>;
  running(): number;
  /** Refuses what comes anew, waits for what runs, and answers for what is still running when the time is over. */
  finish(patienceMs: number): Promise<void>;
}

/** Answers in the stead of a handler that is no longer asked, or not waited for. */
type Refuse<K> = (error: UnavailableError, response: ServerResponse, known: K) => void;

/** Keeps count of the requests of a handler. */
export function trackRequests<K>(handle: Handle<K>, refuse: Refuse<K>): TrackedRequests<K> {
  const open = new Map<ServerResponse, K>();
  let closed = false;
  const sayStopping = (response: ServerResponse, known: K): void => {
    if (!response.headersSent) response.setHeader('connection', 'close');
    refuse(new UnavailableError('The service is stopping. Try again shortly.'), response, known);
  };
  return {
    handler: (request, response, known) => {
      if (closed) return sayStopping(response, known);
      open.set(response, known);
      response.on('close', () => open.delete(response));
      handle(request, response, known);
    },
    running: () => open.size,
    finish: async (patienceMs) => {
      closed = true;
      for (const deadline = Date.now() + patienceMs; open.size > 0 && Date.now() < deadline; ) await sleep(20);
      for (const [response, known] of open) sayStopping(response, known);
    },
  };
}
