import { residentMb } from '../../support/resident-memory.ts';
import type { Effort } from '../compare/compare-servers.ts';
import { putUnderLoad } from '../compare/put-under-load.ts';
import type { Server } from '../compare/servers.ts';
import { spreadOf } from '../compare/summarise.ts';
import type { Verdict } from '../compare/verdict.ts';
import type { Asked } from './beside-large-answers.ts';

const [mostRatio, mostMb, mostMbLater] = [2.5, 64, 16];
const documents = Number(process.env.BENCH_DOCUMENTS ?? 100_000);

/** P10: what a document costs that a server has never seen, and what memory so many of them take. */
export async function newDocuments(server: Server, operation: Asked, { repeats, seconds, warmSeconds }: Effort): Promise<Verdict[]> {
  const { query, variables } = operation;
  const known = JSON.stringify({ query, variables });
  // Another name makes another document.
  const fresh = JSON.stringify({ query: query.replace(/^query (\w+)/, 'query $1_@@'), variables });
  const [warm, cold]: [number[], number[]] = [[], []];
  let first = 0;
  const askNew = async (load: { connections: number; seconds: number; requests?: number }) => {
    const reading = await putUnderLoad(server, fresh, { ...load, first });
    first += reading.requests;
    return reading;
  };
  await putUnderLoad(server, known, { connections: 16, seconds: warmSeconds });
  await askNew({ connections: 16, seconds: warmSeconds });
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    warm.push((await putUnderLoad(server, known, { connections: 1, seconds })).p50);
    cold.push((await askNew({ connections: 1, seconds })).p50);
  }
  const [began, half, end] = [residentMb(server.pid), await afterSoMany(), await afterSoMany()];
  const ratio = spreadOf(cold).median / spreadOf(warm).median;
  const verdict = (about: string, reading: number, limit: number, digits: number): Verdict => ({
    target: 'P10',
    about,
    reading: reading.toFixed(digits),
    met: reading <= limit,
  });
  return [
    verdict(`"${operation.name}" in a document never seen: p50 at most ${mostRatio} × the same one warm`, ratio, mostRatio, 2),
    verdict(
      `memory after ${documents} distinct documents, MB: at most ${mostMb} more than the ${began.toFixed(0)} before`,
      end - began,
      mostMb,
      0,
    ),
    verdict(`… of which in the second half, MB: at most ${mostMbLater}, that is flat`, end - half, mostMbLater, 0),
  ];

  async function afterSoMany(): Promise<number> {
    await askNew({ connections: 16, seconds: 3600, requests: documents / 2 });
    return residentMb(server.pid);
  }
}
