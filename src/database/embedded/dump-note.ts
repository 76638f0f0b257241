import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { z } from 'zod';
import { OperatorError } from '../../domain/errors.ts';

const schema = z.object({ sha256: z.string(), digest: z.string(), schema: z.number().int(), createdAt: z.string() });

/** What stands beside a dump, in `FILE.json`; written last, so that a dump without it is half a backup. */
export type DumpNote = z.output<typeof schema>;

const pathOf = (dump: string): string => `${dump}.json`;

/** Errors: OperatorError (exit code 3) for half a backup or a changed one. */
export async function checkDump(dump: string): Promise<DumpNote> {
  const note = readNote(dump);
  if (!note) throw new OperatorError(`${dump} is half a backup, or none: ${pathOf(dump)} is missing or broken. Nothing was restored.`, 3);
  if ((await hashFile(dump)) !== note.sha256)
    throw new OperatorError(`${dump} is not what was written: its checksum does not fit. Nothing was restored.`, 3);
  return note;
}

function readNote(dump: string): DumpNote | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(pathOf(dump), 'utf8')));
  } catch {
    return undefined;
  }
}

export async function writeNote(dump: string, note: DumpNote): Promise<void> {
  const part = `${pathOf(dump)}.part`;
  const file = await open(part, 'w', 0o600);
  await file.write(`${JSON.stringify(note, null, 2)}\n`);
  await file.sync();
  await file.close();
  await rename(part, pathOf(dump));
}

/** The SHA-256 of a file's bytes; of none where there is no file. */
export async function hashFile(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}
