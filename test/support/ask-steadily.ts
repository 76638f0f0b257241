import { setTimeout as sleep } from 'node:timers/promises';

/** One answer of many. `at` counts from the start of the load; status 0 where the connection broke. Units: ms. */
export interface Sample {
  readonly at: number;
  readonly ms: number;
  readonly status: number;
  readonly code?: string;
  readonly retryAfter: string | null;
  /** Refused for want of a place, which on a busy machine needs no fault. */
  readonly busy?: boolean;
}

/** A load that runs until it is stopped. */
export interface SteadyLoad {
  /** How long it has run. Units: ms. */
  now(): number;
  /** Ends it, waits for what is under way, and gives every answer in the order asked. */
  stop(): Promise<Sample[]>;
}

/** Asks a service so often in a second, whether it answers or not. */
export function askSteadily(url: string, perSecond: number, questions: readonly string[]): SteadyLoad {
  const begun = performance.now();
  const now = () => performance.now() - begun;
  const asked: Promise<Sample>[] = [];
  let over = false;
  const running = (async () => {
    for (let number = 0; !over; number += 1) {
      asked.push(ask(url, questions[number % questions.length] as string, now));
      await sleep(Math.max(0, ((number + 1) * 1000) / perSecond - now()));
    }
  })();
  return {
    now,
    stop: async () => {
      over = true;
      await running;
      return Promise.all(asked);
    },
  };
}

async function ask(url: string, query: string, now: () => number): Promise<Sample> {
  const at = now();
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { errors } = (await response.json()) as { errors?: { extensions: { code: string; limit?: { name: string } } }[] };
    const { code, limit } = errors?.[0]?.extensions ?? {};
    const busy = limit?.name === 'running questions';
    return { at, ms: now() - at, status: response.status, ...(code && { code }), busy, retryAfter: response.headers.get('retry-after') };
  } catch {
    return { at, ms: now() - at, status: 0, retryAfter: null };
  }
}
