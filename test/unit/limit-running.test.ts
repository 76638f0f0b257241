import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { shareConnections } from '../../src/database/share-connections.ts';
import { limitRunning } from '../../src/server/limit-running.ts';

const never = () => new AbortController().signal;

describe('the places for questions', () => {
  it('go to those in line, first come first served, and whoever finds the line full is refused at once', async () => {
    const enter = limitRunning(1);
    const leave = await enter(never);
    const called: string[] = [];
    const next = enter(never).then((leaveNext) => {
      called.push('next');
      return leaveNext;
    });
    await expect(enter(never)).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      details: { limit: { name: 'running questions', asked: 3, allowed: 1 } },
    });
    expect(called).toEqual([]);
    leave();
    (await next)();
    (await enter(never))();
    expect(called).toEqual(['next']);
  });

  it('are not given to whoever has left the line', async () => {
    const enter = limitRunning(1);
    const leave = await enter(never);
    const leaving = new AbortController();
    const left = enter(() => leaving.signal);
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    const next = enter(never);
    leave();
    (await next)();
    await expect(enter(() => leaving.signal)).resolves.toBeTypeOf('function');
  });
});

describe('the connections', () => {
  /** Work that ends when it is told to, and how many pieces of it run. */
  function work() {
    const ends: (() => void)[] = [];
    const begin = () => new Promise<void>((resolve) => ends.push(resolve));
    return { begin, begun: () => ends.length, endFirst: () => ends.shift()?.() };
  }

  it('are one for each question, and more only while some are to spare', async () => {
    const takeTurns = shareConnections(2);
    const [one, other] = [work(), work()];
    const [inTurn, inTurnOfOther] = [takeTurns(), takeTurns()];
    const ofOne = Array.from({ length: 5 }, () => inTurn(one.begin));
    const ofOther = Array.from({ length: 2 }, () => inTurnOfOther(other.begin));
    await sleep(0);
    expect([one.begun(), other.begun()]).toEqual([3, 1]);
    for (let left = 5; left > 0; left -= 1) {
      one.endFirst();
      await sleep(0);
    }
    await Promise.all(ofOne);
    other.endFirst();
    await sleep(0);
    other.endFirst();
    await Promise.all(ofOther);
  });

  it('are given back by work that fails', async () => {
    const inTurn = shareConnections(0)();
    await expect(inTurn(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await inTurn(async () => 'done')).toBe('done');
  });
});
