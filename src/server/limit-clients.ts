import type { Config } from '../config/read-config.ts';
import { RateLimitedError } from '../domain/errors.ts';

const hourMs = 3_600_000;

/** What one client may ask at once and in an hour. */
export interface ClientLimits {
  /** Begins a request. Shape: what ends it. Errors: RATE_LIMITED while too many run. */
  enter(client: string): () => void;
  /** Takes points off the client's hour; they stay taken whatever becomes of the request. Errors: RATE_LIMITED when too few are left. */
  charge(client: string, points: number): void;
}

/** What a client has asked in its hour, which began with its first question. */
interface Account {
  readonly until: number;
  spent: number;
}

/** Keeps the accounts of all clients, in this process. */
export function limitClients({ clientPointsPerHour, clientRunning }: Pick<Config, 'clientPointsPerHour' | 'clientRunning'>): ClientLimits {
  const accounts = new Map<string, Account>();
  const running = new Map<string, number>();
  return {
    enter: (client) => {
      const count = (running.get(client) ?? 0) + 1;
      if (count > clientRunning) throw tooManyRunning(count, clientRunning);
      running.set(client, count);
      return () => leave(running, client);
    },
    charge: (client, points) => {
      const now = performance.now();
      const account = accountOf(accounts, client, now);
      account.spent += points;
      if (account.spent > clientPointsPerHour) throw tooMuch(account.spent, clientPointsPerHour, account.until - now);
    },
  };
}

/** The account of this hour. Those that are over go when another is opened: all last as long, so the oldest stand first. */
function accountOf(accounts: Map<string, Account>, client: string, now: number): Account {
  const known = accounts.get(client);
  if (known && known.until > now) return known;
  for (const [other, { until }] of accounts) {
    if (until > now) break;
    accounts.delete(other);
  }
  const account = { until: now + hourMs, spent: 0 };
  accounts.set(client, account);
  return account;
}

function leave(running: Map<string, number>, client: string): void {
  const count = (running.get(client) ?? 0) - 1;
  if (count > 0) running.set(client, count);
  else running.delete(client);
}

const tooManyRunning = (asked: number, allowed: number): RateLimitedError =>
  new RateLimitedError({ name: 'running requests', asked, allowed }, 'Wait for an answer before asking on.', 1);

function tooMuch(asked: number, allowed: number, msLeft: number): RateLimitedError {
  const seconds = Math.max(1, Math.ceil(msLeft / 1000));
  const advice = `Ask again in ${seconds} s; smaller pages and fewer nested lists cost less.`;
  return new RateLimitedError({ name: 'points an hour', asked, allowed }, advice, seconds);
}
