import { findSourceLines, type SourceLines } from '../database/queries/find-source-lines.ts';
import { decodeCursor, encodeCursor } from '../domain/cursors.ts';
import { expandSpans, parseSpans } from '../domain/lines.ts';
import { toPage } from '../domain/to-page.ts';
import { pageSize } from './ask-question.ts';
import type { GraphContext } from './context.ts';
import type { SourceLineRow } from './source-line.ts';

interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A page of a source's non-empty lines, each with the facts that cite it or the reason it was left out. */
export async function sourceLines({ database }: GraphContext, sourceId: string, page: PageArguments) {
  const first = pageSize(page.first, 50);
  const [after = 0] = decodeCursor(page.after) ?? [];
  const found = await findSourceLines(database, sourceId, 1, Number.MAX_SAFE_INTEGER);
  const filled = found ? expandSpans(found.source.filledLines.flatMap(span => parseSpans(span))) : [];
  const rows = filled.filter(number => number > Number(after)).slice(0, first + 1);
  return toPage({
    rows,
    first,
    after: page.after,
    cursorOf: number => encodeCursor(number),
    nodeOf: number => lineOf(found as SourceLines, number),
    totalCount: () => filled.length,
  });
}

function lineOf({ source, cited, leftOut }: SourceLines, number: number): SourceLineRow {
  const facts = cited.filter(({ lineFrom, lineTo }) => lineFrom <= number && lineTo >= number).map(({ factId }) => factId);
  const reason = leftOut.find(({ from, to }) => from <= number && to >= number)?.reason ?? null;
  return { number, factIds: [...new Set(facts)], leftOut: facts.length > 0 ? null : reason, fileName: source.fileName, sha256: source.sha256 };
}
