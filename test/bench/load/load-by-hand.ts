import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Database, Row } from '../../../src/database/connect.ts';
import type { Part } from './dump-graph.ts';

const rowsPerBatch = Number(process.env.BENCH_BATCH ?? 10_000);

/**
 * The peer of the importer: stores a graph the way one would by hand, with `UNWIND` and `CREATE`, one statement a batch.
 * It is given what the importer has to work out: every row is ready, checked, and new.
 */
export async function loadByHand(database: Database, parts: readonly Part[]): Promise<void> {
  for (const { file, create } of parts)
    for await (const rows of batchesOf(file)) await database.write((tx) => tx.run(`UNWIND $rows AS row ${create}`, { rows }));
}

async function* batchesOf(file: string): AsyncGenerator<Row[]> {
  let rows: Row[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    rows.push(JSON.parse(line) as Row);
    if (rows.length < rowsPerBatch) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}
