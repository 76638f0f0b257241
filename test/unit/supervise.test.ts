import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { supervise } from '../../src/database/embedded/supervise.ts';

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
