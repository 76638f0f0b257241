import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of a file, of the same name, edited. Shape: its path. Errors: an edit that changes nothing. */
export async function changedFile(file: string, ...edits: readonly (readonly [from: string | RegExp, to: string])[]): Promise<string> {
  let text = await readFile(file, 'utf8');
  for (const [from, to] of edits) {
    const edited = text.replace(from, to);
    if (edited === text) throw new Error(`${from} changes nothing in ${file}`);
    text = edited;
  }
  const path = join(await mkdtemp(join(tmpdir(), 'changed-')), file.split('/').at(-1) ?? '');
  await writeFile(path, text);
  return path;
}
