import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { sendFault } from './send-json.ts';

/** Answers a request, of which something is known. */
type Handle<K> = (request: IncomingMessage, response: ServerResponse, known: K) => void;

/** The requests that are being answered, and the way to let them end. */
export interface TrackedRequests<K> {
  readonly handler: Handle<K>;
  running(): number;
  /** Refuses what comes anew, waits for what runs, and answers for what is still running when the time is over. */
  finish(patienceMs: number): Promise<void>;
}

const stopping = { status: 503, code: 'SERVICE_UNAVAILABLE', message: 'The service is stopping. Try again shortly.' };
const sendStopping = (response: ServerResponse): void =>
  sendFault(response, stopping, [
    ['retry-after', '5'],
    ['connection', 'close'],
  ]);

/** Keeps count of the requests of a handler. */
export function trackRequests<K>(handle: Handle<K>): TrackedRequests<K> {
  const open = new Set<ServerResponse>();
  let closed = false;
  return {
    handler: (request, response, known) => {
      if (closed) return sendStopping(response);
      open.add(response);
      response.on('close', () => open.delete(response));
      handle(request, response, known);
    },
    running: () => open.size,
    finish: async (patienceMs) => {
      closed = true;
      for (const deadline = Date.now() + patienceMs; open.size > 0 && Date.now() < deadline; ) await sleep(20);
      for (const response of open) {
        if (response.headersSent) response.destroy();
        else sendStopping(response);
      }
    },
  };
}
