import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { limitClients } from '../../src/server/limit-clients.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

const minutes = (n: number) => vi.advanceTimersByTime(n * 60_000);

describe("a client's hour", () => {
  it('begins with its first question, and what was refused stays taken', () => {
    const { charge } = limitClients({ clientPointsPerHour: 10, clientRunning: 1 });
    charge('one', 8);
    minutes(30);
    expect(() => charge('one', 3)).toThrow(
      expect.objectContaining({ code: 'RATE_LIMITED', details: expect.objectContaining({ retryAfterSeconds: 1800 }) }),
    );
    expect(() => charge('one', 1)).toThrow(/Ask again in 1800 s/);
    minutes(30);
    charge('one', 10);
  });

  it('is its own', () => {
    const { charge } = limitClients({ clientPointsPerHour: 10, clientRunning: 1 });
    charge('one', 10);
    minutes(40);
    charge('other', 10);
    minutes(20);
    charge('one', 10);
    expect(() => charge('other', 1)).toThrow(/Ask again in 2400 s/);
  });
});
