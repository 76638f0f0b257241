import { describe, expect, it } from 'vitest';
import { type Answer, answerStore, type Outcome } from '../../src/server/answer-store.ts';

const answerOf = (text: string, lasts = true): Answer => ({ status: 200, headers: [], lasts, body: Buffer.from(text) });

/** A store of so many bytes, over a graph that does not change, and how its answers were come by. */
function storeOf(size = 1_000_000) {
  const outcomes: Outcome[] = [];
  const told = Promise.resolve('one');
  const { find, fill } = answerStore({ size, version: () => told, count: (outcome) => outcomes.push(outcome) });
  return { find, fill, outcomes };
}

interface Maker {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** Answers that are made when the test says so, by makers who begin in turn. */
function makers() {
  const begun: Maker[] = [];
  return { begun, make: () => new Promise<Answer>((resolve, reject) => void begun.push({ resolve, reject })) };
}

/** Lets all that can go on go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('of requests that ask the same at once', () => {
  it('one makes the answer, and the others wait for it', async () => {
    const { find, outcomes } = storeOf();
    const { begun, make } = makers();
    const found = Array.from({ length: 5 }, () => find('q', make));
    await settle();
    expect(begun).toHaveLength(1);
    begun[0]?.resolve(answerOf('said'));
    expect(new Set(await Promise.all(found)).size).toBe(1);
    expect(outcomes.sort()).toEqual(['made', 'shared', 'shared', 'shared', 'shared']);
    expect(find('q', make)).toMatchObject({ body: Buffer.from('said') });
  });

  it.each([
    ['leaves', ({ reject }: Maker) => reject(new Error('left'))],
    ['is answered with errors', ({ resolve }: Maker) => resolve(answerOf('errors', false))],
  ])('one makes it anew where its maker %s, and the others wait for that one', async (_, fail) => {
    const { find, outcomes } = storeOf();
    const { begun, make } = makers();
    const found = Promise.allSettled(Array.from({ length: 6 }, async () => find('q', make)));
    for (const failures of [1, 2]) {
      await settle();
      expect(begun).toHaveLength(failures);
      fail(begun[failures - 1] as Maker);
    }
    await settle();
    const late = find('q', make);
    await settle();
    expect(begun).toHaveLength(3);
    begun[2]?.resolve(answerOf('said'));
    expect((await late).body.toString()).toBe('said');
    expect((await found).slice(2)).toEqual(Array(4).fill({ status: 'fulfilled', value: await late }));
    expect(outcomes.filter((outcome) => outcome === 'shared')).toHaveLength(4);
  });

  it('those who ask something else do not wait', async () => {
    const { find } = storeOf();
    const { begun, make } = makers();
    const found = [find('q', make), find('other', make)];
    await settle();
    expect(begun).toHaveLength(2);
    for (const made of begun) made.resolve(answerOf('said'));
    await Promise.all(found);
  });
});

describe('what is kept', () => {
  const keep = async ({ find }: ReturnType<typeof storeOf>, key: string, answer: Answer) => void (await find(key, async () => answer));
  /** Whether an answer is found. Asked once only: what is not found is made, and kept. */
  const isKept = async ({ find, outcomes }: ReturnType<typeof storeOf>, key: string) => {
    await find(key, async () => answerOf('anew', false));
    return outcomes.at(-1) === 'found';
  };

  it('is no more than there is room for: what was asked longest ago goes', async () => {
    const store = storeOf(50_000);
    for (let n = 0; n < 30; n += 1) {
      await keep(store, `q${n}`, answerOf('x'.repeat(2000)));
      expect(await isKept(store, 'q0')).toBe(true);
    }
    expect(store.fill()).toBeLessThanOrEqual(50_000);
    expect(store.fill()).toBeGreaterThan(45_000);
    expect(await isKept(store, 'q1')).toBe(false);
    expect(await isKept(store, 'q29')).toBe(true);
  });

  it('is never one that would drive out many', async () => {
    const store = storeOf(50_000);
    await keep(store, 'small', answerOf('x'));
    for (const length of [4000, 60_000]) await keep(store, `of ${length}`, answerOf('x'.repeat(length)));
    expect(await Promise.all(['of 4000', 'of 60000', 'small'].map((key) => isKept(store, key)))).toEqual([false, false, true]);
  });

  it('has no errors', async () => {
    const store = storeOf();
    await keep(store, 'q', answerOf('errors', false));
    expect([await isKept(store, 'q'), store.fill()]).toEqual([false, 0]);
  });
});
