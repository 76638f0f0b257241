import { expect, it, vi } from 'vitest';
import { readAgain } from '../../src/database/read-again.ts';
import { NoMemoryLeftError, TimeoutError, UnavailableError } from '../../src/domain/errors.ts';

const passing = () => new UnavailableError('gone', { cause: new Error('reset by peer') });

it.each([
  ['whose connection broke', passing],
  ['that met a Neo4j without memory', () => new NoMemoryLeftError({ cause: new Error('total.max') })],
])('a read %s is done once more, and not again', async (_what, error) => {
  const read = vi.fn<() => Promise<string>>().mockRejectedValueOnce(error()).mockResolvedValueOnce('rows');
  expect(await readAgain(read)).toBe('rows');
  const failing = vi.fn(() => Promise.reject(error()));
  await expect(readAgain(failing)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  expect(failing).toHaveBeenCalledTimes(2);
});

it('those that met a Neo4j without memory at once come again at different moments', async () => {
  const moments = new Set<number>();
  await Promise.all(
    Array.from({ length: 12 }, () => {
      const tries = [() => Promise.reject(new NoMemoryLeftError()), async () => moments.add(Math.round(performance.now() / 10))];
      return readAgain(() => (tries.shift() as () => Promise<unknown>)());
    }),
  );
  expect(moments.size).toBeGreaterThan(4);
});

it.each([
  ['that took too long', () => new TimeoutError()],
  ['that found Neo4j away', () => new UnavailableError('away')],
])('a read %s is not done again', async (_what, error) => {
  const read = vi.fn(() => Promise.reject(error()));
  await expect(readAgain(read)).rejects.toThrow();
  expect(read).toHaveBeenCalledTimes(1);
});
