import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { OperatorError } from '../domain/errors.ts';
import { newestMigration } from '../recording/migrations.ts';
import type { ReadFile } from './read-file.ts';
import { jsonLinesPieces } from './read-json-lines.ts';
import { yamlPieces } from './read-yaml.ts';

/**
 * Opens a source file: JSON Lines by the ending `.jsonl`, else YAML.
 * Errors: OperatorError (exit code 3) for a file that is absent, too large for YAML, no UTF-8 or not of its format, with the line.
 */
export async function openSourceFile(name: string): Promise<ReadFile> {
  const hash = await hashSourceFile(name);
  return { name, hash, pieces: name.endsWith('.jsonl') ? () => jsonLinesPieces(name) : await yamlPieces(name) };
}

/** The hash of a source file as it stands. Errors: OperatorError (exit code 3) for a file that cannot be read. */
export async function hashSourceFile(name: string): Promise<string> {
  // A newer program may read more out of the same file.
  const hash = createHash('sha256').update(`${newestMigration}:`);
  try {
    for await (const bytes of createReadStream(name)) hash.update(bytes as Buffer);
  } catch (cause) {
    throw new OperatorError(`${name}: cannot be read (${(cause as NodeJS.ErrnoException).code}).`, 3);
  }
  return hash.digest('hex');
}
