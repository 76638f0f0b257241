import { printVerdicts } from '../compare/verdict.ts';
import { inOneLine, type RunDescription } from '../describe-run.ts';
import { judgeLoad } from './judge-load.ts';
import type { ImportRun } from './run-importer.ts';

/** What loading one graph took, by the importer and by hand. */
export interface LoadResult {
  readonly people: number;
  readonly seed: number;
  readonly hash: string;
  /** Entities and facts in the files. */
  readonly rows: number;
  /** Nodes and relationships that come of them. */
  readonly stored: number;
  readonly ours: ImportRun;
  readonly byHandSeconds: number;
}

/** The result as Markdown, with what it says of the targets. */
export function printLoad({ people, seed, hash, rows, stored, ours, byHandSeconds }: LoadResult, run: RunDescription): string {
  const row = (name: string, seconds: number) =>
    `| ${name} | ${seconds.toFixed(1)} | ${Math.round(rows / seconds)} | ${Math.round(stored / seconds)} |`;
  return `# Loading ${people} people, seed ${seed}: ${rows} rows, SHA-256 ${hash}

${inOneLine(run)} One run each, on a Neo4j just started.
The importer reads and checks the files, works out what they say, and stores it (its memory at most ${ours.memoryMb} MB; the digest at its end took ${ours.digestSeconds.toFixed(1)} s more, not counted).
The script by hand is given the ${stored} nodes and relationships that come of it, ready to be created.

| | seconds | rows/s | nodes and relationships/s |
|---|---:|---:|---:|
${row('importer', ours.seconds)}
${row('by hand', byHandSeconds)}

${printVerdicts(judgeLoad({ ours, byHandSeconds }))}`;
}
