import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { crowd } from './crowd.ts';
import { probes } from './probes.ts';
import type { Size } from './shape.ts';
import { linesOf, type Volume } from './volume.ts';

/** The source files of a made-up graph, in the order to import them. `hash` is over the bytes of all; `rows` counts entities and facts. */
export interface GraphFiles {
  readonly files: readonly string[];
  readonly rows: number;
  readonly hash: string;
}

/** Writes the source files of a made-up graph into a folder: the same size and seed give the same bytes. */
export async function writeGraphFiles(folder: string, size: Size): Promise<GraphFiles> {
  mkdirSync(folder, { recursive: true });
  const hash = createHash('sha256');
  const files: string[] = [];
  let rows = 0;
  for (const volume of [...crowd(size), probes]) {
    const path = join(folder, `${volume.name}.jsonl`);
    rows += await writeVolume(path, volume, hash);
    files.push(path);
  }
  return { files, rows, hash: hash.digest('hex') };
}

/** Shape: how many rows the volume has. */
async function writeVolume(path: string, volume: Volume, hash: Hash): Promise<number> {
  const file = createWriteStream(path);
  let lines = 0;
  for (const line of linesOf(volume)) {
    hash.update(line);
    if (!file.write(line)) await once(file, 'drain');
    lines += 1;
  }
  file.end();
  await once(file, 'close');
  return lines - 1;
}
