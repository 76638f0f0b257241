import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Clock, supervise } from '../../src/database/embedded/supervise.ts';

/** A stand-in for a server, and what was said about it. */
function supervised(start: () => Promise<void> = async () => {}) {
  const server = { running: true, held: false, starts: 0 };
  const said: string[] = [];
  const times = { look: 1, firstPause: 1, longestPause: 4, healthy: 60_000 };
  const watch = supervise(
    {
      isRunning: () => server.running,
      isHeld: () => server.held,
      start: async () => {
        server.starts += 1;
        await start();
        server.running = true;
      },
    },
    (line) => said.push(line),
    times,
  );
  onTestFinished(() => watch.stop());
  return { server, said, watch };
}

it('a server that runs is left alone; one that has ended is started again, as often as it ends', async () => {
  const { server, said } = supervised();
  await sleep(20);
  expect(server.starts).toBe(0);
  for (const starts of [1, 2, 3]) {
    server.running = false;
    await expect.poll(() => server.starts).toBe(starts);
    await expect.poll(() => server.running).toBe(true);
  }
  expect(said).toEqual(Array(3).fill('Neo4j has ended, and is started again …'));
});

it('a start that fails is said, and tried again', async () => {
  let tries = 0;
  const { server, said } = supervised(async () => {
    if (++tries < 3) throw new Error(`failure ${tries}`);
  });
  server.running = false;
  await expect.poll(() => server.running).toBe(true);
  expect(said.filter((line) => line.includes('failure')).length).toBe(2);
});

it('a server that is kept stopped on purpose is not started', async () => {
  const { server } = supervised();
  server.held = true;
  server.running = false;
  await sleep(20);
  expect(server.starts).toBe(0);
  server.held = false;
  await expect.poll(() => server.starts).toBe(1);
});

it('after the stop nothing is started any more, and a start under way has ended', async () => {
  let release = () => {};
  const { server, watch } = supervised(() => new Promise((resolve) => (release = resolve)));
  server.running = false;
  await expect.poll(() => server.starts).toBe(1);
  const stopped = watch.stop();
  release();
  await stopped;
  server.running = false;
  await sleep(20);
  expect(server.starts).toBe(1);
});

describe('between starts of a server that ends again', () => {
  /** How long a server lives after each start, in seconds; after the last it is no more looked at. Shape: the seconds from each crash to the next start, by a clock that jumps. */
  async function pausesOf(lives: readonly number[]): Promise<number[]> {
    let now = 0;
    let crash = 0;
    const pauses: number[] = [];
    const clock: Clock = {
      now: () => now,
      pause: (ms) => {
        now += ms;
        return new Promise((resolve) => setImmediate(resolve));
      },
    };
    const isOver = () => pauses.length > lives.length;
    const start = async () => {
      pauses.push((now - crash) / 1000);
      crash = now + (lives[pauses.length - 1] ?? 0) * 1000;
    };
    const watch = supervise({ isRunning: () => isOver() || now < crash, isHeld: () => false, start }, () => {}, undefined, clock);
    onTestFinished(() => watch.stop());
    await expect.poll(isOver).toBe(true);
    return pauses;
  }

  it('it waits a second, then twice as long each time, a minute at most; each time it looks half a second later', async () => {
    expect(await pausesOf(Array(9).fill(0))).toEqual([0.5, 1.5, 2.5, 4.5, 8.5, 16.5, 32.5, 60.5, 60.5, 60.5]);
  });

  it('it begins anew after a server that has lived for more than a minute', async () => {
    expect(await pausesOf([0, 0, 0, 0, 70, 0, 0])).toEqual([0.5, 1.5, 2.5, 4.5, 8.5, 0, 1.5, 2.5]);
  });

  it('and not after one that has lived for less, though it waited for more than a minute since', async () => {
    const pauses = await pausesOf([0, 0, 0, 0, 0, 0, 0, 40, 0, 0]);
    expect(pauses.slice(-3)).toEqual([20.5, 60.5, 60.5]);
  });
});
