import { setTimeout as sleep } from 'node:timers/promises';
import type { Effort } from '../compare/compare-servers.ts';
import { putUnderLoad } from '../compare/put-under-load.ts';
import type { Server } from '../compare/servers.ts';
import { spreadOf } from '../compare/summarise.ts';
import type { Verdict } from '../compare/verdict.ts';
import type { Operation } from '../operations.ts';

const everyMs = 200;
const most = 2;

/** What is asked: all that a server takes of an operation. */
export type Asked = Pick<Operation, 'name' | 'query' | 'variables'>;

/** P9: what a large answer every 0.2 s does to the slowest of the small ones, over one connection. */
export async function besideLargeAnswers(server: Server, small: Asked, large: Asked, effort: Effort): Promise<Verdict> {
  const { repeats, seconds, firstWarmSeconds } = effort;
  const load = { connections: 1, seconds };
  // Read cold, the small ones alone would be slow, and nothing could slow them further.
  for (const asked of [small, large])
    await putUnderLoad(server, bodyOf(asked), { connections: 1, seconds: firstWarmSeconds / 2 }).catch(() => {});
  const [alone, beside]: [number[], number[]] = [[], []];
  let [bytes, sent, late] = [0, 0, 0];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    alone.push((await putUnderLoad(server, bodyOf(small), load)).p99);
    let over = false;
    const keepAsking = async () => {
      while (!over) {
        const began = performance.now();
        bytes = await lengthOf(server, large);
        sent += 1;
        const left = everyMs - (performance.now() - began);
        if (left < 0) late += 1;
        await sleep(Math.max(0, left));
      }
    };
    const asked = putUnderLoad(server, bodyOf(small), load).finally(() => {
      over = true;
    });
    beside.push((await Promise.all([asked, keepAsking()]))[0].p99);
  }
  const ratio = spreadOf(beside).median / spreadOf(alone).median;
  return {
    target: 'P9',
    about: `p99 of "${small.name}" beside answers of ${Math.round(bytes / 1000)} kB, one each 0.2 s (${late} of ${sent} took longer), at most ${most} × alone (${spreadOf(alone).median.toFixed(1)} ms)`,
    reading: ratio.toFixed(2),
    met: ratio <= most,
  };
}

const bodyOf = ({ query, variables }: Asked): string => JSON.stringify({ query, variables });

async function lengthOf({ url }: Server, asked: Asked): Promise<number> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: bodyOf(asked) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${asked.name}: ${text.slice(0, 500)}`);
  return Buffer.byteLength(text);
}
