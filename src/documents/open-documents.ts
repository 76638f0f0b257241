import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { LineSpan } from '../domain/lines.ts';
import { watchVersion } from '../domain/watch-version.ts';
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
  /** Moves within a second when copies are laid down, written over or taken away. */
  version(): Promise<string>;
}

/** How long the lines that stay in memory may be together. Units: characters. */
const mostKept = 32 * 1024 * 1024;
const none = Promise.resolve('');

/** Opens the directory of the operator's copies; without one every passage is null. Those asked for last stay read. */
export function openDocuments(directory: string | undefined): Documents {
  const kept = new LRUCache<string, string[], string>({
    maxSize: mostKept,
    sizeCalculation: (lines) => lines.reduce((sum, line) => sum + line.length, 1),
    // A copy that is missing now may be laid down later: what is undefined is not kept.
    fetchMethod: (sha256, _stale, { context: path }) => readChecked(path, sha256),
  });
  const passage: Documents['passage'] = async ({ fileName, sha256 }, { from, to }) => {
    if (!directory || !fileName || !sha256) return null;
    const lines = await kept.fetch(sha256, { context: join(directory, basename(fileName)) });
    return lines?.slice(from - 1, to).join('\n') ?? null;
  };
  return { passage, version: directory ? watchVersion(() => stampOf(directory)).now : () => none };
}

async function readChecked(path: string, sha256: string): Promise<string[] | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes && sha256Of(bytes) === sha256 ? splitLines(bytes.toString('utf8')) : undefined;
}

/** Names, sizes and times of all files of a directory, as a hash: it moves too where a file is written over. */
async function stampOf(directory: string): Promise<string> {
  const names = await readdir(directory).catch(() => []);
  const stamps = names.map(async (name) => {
    const file = await stat(join(directory, name)).catch(() => undefined);
    return `${name} ${file?.size} ${file?.mtimeMs}`;
  });
  return sha256Of(Buffer.from((await Promise.all(stamps)).join('\n')));
}
