import { describe, expect, test } from 'vitest';
import { eachInTurn } from '../../src/domain/meetings/each-in-turn.ts';

const busyFor = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

describe('long work', () => {
  test('is done on each item, in order', async () => {
    const seen: number[] = [];
    await eachInTurn([3, 1, 2], (item) => seen.push(item));
    expect(seen).toEqual([3, 1, 2]);
  });

  test('lets others be answered before it is done', async () => {
    let done = 0;
    let seen: number | undefined;
    setImmediate(() => {
      seen = done;
    });
    await eachInTurn(Array.from({ length: 200 }), () => {
      busyFor(0.5);
      done += 1;
    });
    expect(seen).toBeLessThan(200);
  });

  test('ends when nobody waits for it any longer, with the reason why', async () => {
    const client = new AbortController();
    let done = 0;
    setImmediate(() => client.abort(new Error('the client left')));
    const work = eachInTurn(
      Array.from({ length: 200 }),
      () => {
        busyFor(0.5);
        done += 1;
      },
      client.signal,
    );
    await expect(work).rejects.toThrow('the client left');
    expect(done).toBeLessThan(200);
  });
});
