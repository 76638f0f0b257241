import { expect } from 'vitest';
import type { Service } from './run-service.ts';

/** The setting for a service that can tell. */
export const tellsLiveMemory = { NODE_OPTIONS: `--import ${new URL('./tell-live-memory.mjs', import.meta.url).href}` };

/** What a service has in use once its garbage is collected, which how much it holds does not tell. Units: MB. */
export async function liveMb({ pid, lines }: Pick<Service, 'pid' | 'lines'>): Promise<number> {
  const told = () => lines().flatMap((line) => /^live memory: (\d+)$/.exec(line)?.[1] ?? []);
  const before = told().length;
  process.kill(pid, 'SIGWINCH');
  await expect.poll(() => told().length).toBeGreaterThan(before);
  return Number(told().at(-1)) / 1_000_000;
}
