import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { OperatorError } from '../domain/errors.ts';
import type { Fault } from '../recording/fault.ts';
import { newestMigration } from '../recording/migrations.ts';

/** A file as parsed, with the way back from a value's path to the line it stands on. */
export interface ReadFile {
  readonly name: string;
  /** Of its bytes: the same hash, read by the same program, gives the same facts. */
  readonly hash: string;
  readonly value: unknown;
  lineOf(path: Fault['path']): number;
}

/**
 * Reads one YAML source file.
 * Errors: OperatorError (exit code 3) for a file that is absent, no UTF-8 or no YAML, with the line.
 */
export async function readSourceFile(name: string): Promise<ReadFile> {
  const bytes = await bytesOf(name);
  const counter = new LineCounter();
  const document = parseDocument(decode(name, bytes), { lineCounter: counter, uniqueKeys: true });
  const [error] = document.errors;
  if (error) throw new OperatorError(`${name}:${counter.linePos(error.pos[0]).line}: ${error.message.split('\n')[0]}`, 3);
  const value = document.toJS({ maxAliasCount: 1000 });
  return { name, hash: hashOf(bytes), value, lineOf: (path) => lineOf(document, counter, path) };
}

/** The hash of a source file as it stands. Errors: OperatorError (exit code 3) for a file that cannot be read. */
export const hashSourceFile = async (name: string): Promise<string> => hashOf(await bytesOf(name));

// A newer program may read more out of the same file.
const hashOf = (bytes: Buffer): string => createHash('sha256').update(`${newestMigration}:`).update(bytes).digest('hex');

async function bytesOf(name: string): Promise<Buffer> {
  return readFile(name).catch((cause) => {
    throw new OperatorError(`${name}: cannot be read (${(cause as NodeJS.ErrnoException).code}).`, 3);
  });
}

function decode(name: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new OperatorError(`${name}: is not UTF-8. Save it as UTF-8 and import it again.`, 3);
  }
}

/** The line of the value at a path, or of the nearest thing around it. */
function lineOf(document: Document, counter: LineCounter, path: Fault['path']): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
}
