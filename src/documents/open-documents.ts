import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { LineSpan } from '../domain/lines.ts';
import { sha256Of, splitLines } from './read-lines.ts';

/** A document as the graph knows it. */
export interface DocumentReference {
  readonly fileName: string | null;
  readonly sha256: string | null;
}

/** The operator's copies of the documents. */
export interface Documents {
  /** The lines of a span as delivered, joined by LF. Shape: null without a copy, or with one that differs from what was read. */
  passage(document: DocumentReference, span: LineSpan): Promise<string | null>;
  /** Moves when copies are laid down or taken away. */
  version(): Promise<string>;
}

const none = Promise.resolve('');

/** Opens the directory of the operator's copies; without one every passage is null. Each file is read and checked once. */
export function openDocuments(directory: string | undefined): Documents {
  const read = new Map<string, Promise<string[] | null>>();
  const linesOf = ({ fileName, sha256 }: DocumentReference): Promise<string[] | null> => {
    if (!directory || !fileName || !sha256) return Promise.resolve(null);
    const key = `${sha256} ${fileName}`;
    const lines = read.get(key) ?? readChecked(join(directory, basename(fileName)), sha256);
    read.set(key, lines);
    // A copy that is missing now may be laid down later.
    lines.then((found) => found ?? read.delete(key));
    return lines;
  };
  return {
    passage: async (document, { from, to }) => (await linesOf(document))?.slice(from - 1, to).join('\n') ?? null,
    version: () =>
      directory
        ? stat(directory).then(
            ({ mtimeMs }) => String(mtimeMs),
            () => '',
          )
        : none,
  };
}

async function readChecked(path: string, sha256: string): Promise<string[] | null> {
  const bytes = await readFile(path).catch(() => null);
  if (!bytes || sha256Of(bytes) !== sha256) return null;
  return splitLines(bytes.toString('utf8'));
}
