import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { OperatorError } from '../domain/errors.ts';

/** The first line of a backup. */
export const headSchema = z.object({
  format: z.literal('oncology-knowledge-graph backup'),
  version: z.literal(1),
  schema: z.number().int(),
  createdAt: z.string(),
});
const tailSchema = z.object({ lines: z.number().int(), digest: z.string(), sha256: z.string() });
const properties = z.record(z.string(), z.unknown());

/** A line between: a node under a number of this file, or a relationship between two such numbers. */
export const lineSchema = z.union([
  z.object({ node: z.string(), labels: z.array(z.string()), properties }),
  z.object({ type: z.string(), from: z.string(), to: z.string(), properties }),
]);
export type BackupHead = z.output<typeof headSchema>;
export type BackupTail = z.output<typeof tailSchema>;
export type BackupLine = z.output<typeof lineSchema>;

const flushAt = 1 << 20;

/**
 * Writes a backup: head, lines, and a tail with the digest and the checksum of everything before it.
 * It bears its name only when it is whole and on the disk; until then it is `FILE.part`.
 */
export async function writeBackup(
  path: string,
  head: BackupHead,
  lines: AsyncIterable<BackupLine>,
  digest: () => Promise<string>,
): Promise<BackupTail> {
  const part = `${path}.part`;
  const file = await open(part, 'w', 0o600);
  try {
    const hash = createHash('sha256');
    let count = 0;
    let text = `${JSON.stringify(head)}\n`;
    const flush = async () => {
      hash.update(text);
      await file.write(text);
      text = '';
    };
    for await (const line of lines) {
      text += `${JSON.stringify(line)}\n`;
      count += 1;
      if (text.length > flushAt) await flush();
    }
    await flush();
    const tail = { lines: count, digest: await digest(), sha256: hash.digest('hex') };
    await file.write(`${JSON.stringify(tail)}\n`);
    await file.sync();
    await file.close();
    await rename(part, path);
    return tail;
  } catch (error) {
    await file.close().catch(() => {});
    await rm(part, { force: true });
    throw error;
  }
}

/** Reads the lines between head and tail, as text. */
export async function* readLines(path: string): AsyncGenerator<string> {
  let before: string | undefined;
  let first = true;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (before !== undefined && !first) yield before;
    if (before !== undefined) first = false;
    before = line;
  }
}

/**
 * Reads a backup through once and checks it whole, before anything is stored.
 * Errors: OperatorError (exit code 3) for half a backup, a changed one, or a file that is none.
 */
export async function checkBackup(path: string): Promise<{ head: BackupHead; tail: BackupTail }> {
  const hash = createHash('sha256');
  let first: string | undefined;
  let last: string | undefined;
  let count = -1;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (last !== undefined) hash.update(`${last}\n`);
    first ??= line;
    last = line;
    count += 1;
  }
  const head = headSchema.safeParse(parse(first));
  if (!head.success) throw new OperatorError(`${path} is no backup of this program.`, 3);
  const tail = tailSchema.safeParse(parse(last));
  if (!tail.success) throw new OperatorError(`${path} is half a backup: it breaks off after ${count} lines. Nothing was restored.`, 3);
  if (tail.data.sha256 !== hash.digest('hex') || tail.data.lines !== count - 1)
    throw new OperatorError(`${path} was changed after it was written: its checksum does not fit. Nothing was restored.`, 3);
  return { head: head.data, tail: tail.data };
}

function parse(line = ''): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
