import { loadLinesOfSource } from '../database/queries/load-lines-of-source.ts';
import { decodeCursor, encodeCursor } from '../domain/cursors.ts';
import { expandSpans, parseSpans } from '../domain/lines.ts';
import { toPage } from '../domain/to-page.ts';
import { pageSize } from './ask-question.ts';
import type { GraphContext } from './context.ts';
import type { PageArguments } from './page-of-facts.ts';

interface SourceParent {
  readonly id: string;
  readonly fileName: string | null;
  readonly sha256: string | null;
  readonly filledLines: readonly string[];
}

/** A line as its page holds it. */
export interface LineParent {
  readonly source: SourceParent;
  readonly number: number;
  readonly factIds: readonly string[];
  readonly leftOut: string | null;
}

const USUAL = 50;

/** `Source.lines`: the non-empty lines in order, with the facts that cite each or the reason why none does. */
export async function sourceLines(source: SourceParent, { first, after }: PageArguments, { database }: GraphContext) {
  const size = pageSize(first, USUAL);
  const last = Number(decodeCursor(after)?.[0] ?? 0);
  const filled = expandSpans(parseSpans(source.filledLines));
  const numbers = filled.filter(number => number > last).slice(0, size + 1);
  const rows = (await loadLinesOfSource(database, source.id, numbers)).map((row): LineParent => ({ source, ...row }));
  return toPage({ rows, first: size, after, cursorOf: row => encodeCursor(row.number), nodeOf: row => row, totalCount: () => filled.length });
}

/** Fields of `SourceLine`. */
export const sourceLine = {
  passage: ({ source, number }: LineParent, _: unknown, { documents }: GraphContext) => documents.passage(source, { from: number, to: number }),
  facts: ({ factIds }: LineParent, _: unknown, { loaders }: GraphContext) => loaders.factById.loadMany([...factIds]),
};
