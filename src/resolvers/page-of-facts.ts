import type { FactList } from '../database/queries/build-facts-at.ts';
import type { FactAtRow } from '../database/queries/find-facts-at.ts';
import { decodeCursor, encodeCursor } from '../domain/cursors.ts';
import { type Page, toPage } from '../domain/to-page.ts';
import type { Asked } from '../loaders/nodes.ts';
import { pageSize } from './ask-question.ts';
import { askedBelow, fieldsAsked } from './fields-asked.ts';

/** The arguments of a page. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

// Taken for an explicit null; a left-out `first` has the schema's default.
const USUAL = 20;

/** The part of a list that a page shows, and one more. */
export function partOfPage({ first, after }: PageArguments, info: Asked): Pick<FactList, 'after' | 'limit' | 'shown' | 'keyed'> {
  const key = decodeCursor(after)?.[0];
  const shown = pageSize(first, USUAL);
  return { after: key === undefined ? undefined : String(key), limit: shown + 1, shown, keyed: asksCursors(info) };
}

const asksCursors = (asked: Asked): boolean =>
  [...fieldsAsked(asked), ...fieldsAsked(askedBelow(asked, ['edges']))].some(
    ({ name }) => name.value === 'cursor' || name.value === 'pageInfo',
  );

/** A page of facts, each shown as `nodeOf` says. */
export const pageOfFacts = <T>(
  rows: readonly FactAtRow[],
  { first, after }: PageArguments,
  nodeOf: (row: FactAtRow) => T,
  totalCount: () => Promise<number>,
): Page<T> => toPage({ rows, first: pageSize(first, USUAL), after, cursorOf: (row) => encodeCursor(row.key), nodeOf, totalCount });
