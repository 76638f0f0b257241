import { findSourceLines, type SourceLines } from '../database/queries/find-source-lines.ts';
import { decodeCursor, encodeCursor } from '../domain/cursors.ts';
import { expandSpans, parseSpans } from '../domain/lines.ts';
import { toPage } from '../domain/to-page.ts';
import { pageSize } from './ask-question.ts';
import type { GraphContext } from './context.ts';
import type { PageArguments } from './page-of-facts.ts';
import type { SourceLineRow } from './source-line.ts';

interface SourceParent {
  readonly id: string;
  readonly filledLines: readonly string[];
}

const USUAL = 50;

/** `Source.lines`: the non-empty lines in order, with the facts that cite each or the reason why none does. */
export async function sourceLines({ id, filledLines }: SourceParent, { first, after }: PageArguments, { database }: GraphContext) {
  const size = pageSize(first, USUAL);
  const last = Number(decodeCursor(after)?.[0] ?? 0);
  const filled = expandSpans(parseSpans(filledLines));
  const numbers = filled.filter((number) => number > last).slice(0, size + 1);
  const found = await findSourceLines(database, id, numbers.at(0) ?? 0, numbers.at(-1) ?? 0);
  const rows = found ? numbers.map((number) => lineOf(found, number)) : [];
  return toPage({
    rows,
    first: size,
    after,
    cursorOf: (row) => encodeCursor(row.number),
    nodeOf: (row) => row,
    totalCount: () => filled.length,
  });
}

function lineOf({ source, cited, leftOut }: SourceLines, number: number): SourceLineRow {
  const facts = cited.filter((row) => row.lineFrom <= number && row.lineTo >= number).map((row) => row.factId);
  const reason = leftOut.find((row) => row.from <= number && row.to >= number)?.reason ?? null;
  return { number, leftOut: reason, factIds: [...new Set(facts)], fileName: source.fileName, sha256: source.sha256 };
}
