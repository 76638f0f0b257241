import { setTimeout as sleep } from 'node:timers/promises';
import { type Load, putUnderLoad } from '../compare/put-under-load.ts';
import type { Server } from '../compare/servers.ts';
import { spreadOf } from '../compare/summarise.ts';
import type { Verdict } from '../compare/verdict.ts';
import type { Operation } from '../operations.ts';

const everyMs = 200;
const most = 2;

/** P9: what a large answer every 0.2 s does to the slowest of the small ones, over one connection. */
export async function besideLargeAnswers(
  server: Server,
  small: Operation,
  large: Operation,
  load: Load,
  repeats: number,
): Promise<Verdict> {
  const [alone, beside]: [number[], number[]] = [[], []];
  let [bytes, sent, late] = [0, 0, 0];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    alone.push((await putUnderLoad(server, bodyOf(small), load)).p99);
    let over = false;
    const asking = (async () => {
      while (!over) {
        const began = performance.now();
        bytes = await lengthOf(server, large);
        sent += 1;
        const left = everyMs - (performance.now() - began);
        if (left < 0) late += 1;
        await sleep(Math.max(0, left));
      }
    })();
    beside.push((await putUnderLoad(server, bodyOf(small), load)).p99);
    over = true;
    await asking;
  }
  const ratio = spreadOf(beside).median / spreadOf(alone).median;
  return {
    target: 'P9',
    about: `p99 of "${small.name}" beside answers of ${Math.round(bytes / 1000)} kB, one each 0.2 s (${late} of ${sent} took longer), at most ${most} × alone (${spreadOf(alone).median.toFixed(1)} ms)`,
    reading: ratio.toFixed(2),
    met: ratio <= most,
  };
}

const bodyOf = ({ query, variables }: Operation): string => JSON.stringify({ query, variables });

async function lengthOf({ url }: Server, operation: Operation): Promise<number> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: bodyOf(operation) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${operation.name}: ${text.slice(0, 500)}`);
  return Buffer.byteLength(text);
}
