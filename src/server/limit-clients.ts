import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Config } from '../config/read-config.ts';
import { RateLimitedError } from '../domain/errors.ts';

const HOUR_S = 3600;

/** What one client may ask at once and in an hour. */
export interface ClientLimits {
  /** Begins a request. Shape: what ends it. Errors: RATE_LIMITED while too many run. */
  enter(client: string): () => void;
  /** Takes points off the client's hour; they stay taken whatever becomes of the request. Errors: RATE_LIMITED when too few are left. */
  charge(client: string, points: number): Promise<void>;
}

/** Keeps the accounts of all clients, in this process. */
export function limitClients({ clientPointsPerHour, clientRunning }: Pick<Config, 'clientPointsPerHour' | 'clientRunning'>): ClientLimits {
  const hour = new RateLimiterMemory({ points: clientPointsPerHour, duration: HOUR_S });
  const running = new Map<string, number>();
  return {
    enter: (client) => {
      const count = (running.get(client) ?? 0) + 1;
      if (count > clientRunning) throw tooManyRunning(count, clientRunning);
      running.set(client, count);
      return () => leave(running, client);
    },
    charge: async (client, points) => {
      await hour.consume(client, points).catch((refused: unknown) => {
        throw refused instanceof Error ? refused : tooMuch(refused as RateLimiterRes, clientPointsPerHour);
      });
    },
  };
}

function leave(running: Map<string, number>, client: string): void {
  const count = (running.get(client) ?? 0) - 1;
  if (count > 0) running.set(client, count);
  else running.delete(client);
}

const tooManyRunning = (asked: number, allowed: number): RateLimitedError =>
  new RateLimitedError(
    `At most ${allowed} questions of one client run at a time. Wait for an answer before asking on.`,
    { name: 'running requests', asked, allowed },
    1,
  );

function tooMuch({ consumedPoints, msBeforeNext }: RateLimiterRes, allowed: number): RateLimitedError {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new RateLimitedError(
    `A client may ask for ${allowed} points an hour. Ask again in ${seconds} s; smaller pages and fewer nested lists cost less.`,
    { name: 'points an hour', asked: consumedPoints, allowed },
    seconds,
  );
}
