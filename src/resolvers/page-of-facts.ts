import type { FactList } from '../database/queries/build-facts-at.ts';
import type { FactAtRow } from '../database/queries/find-facts-at.ts';
import { decodeCursor, encodeCursor } from '../domain/cursors.ts';
import { type Page, toPage } from '../domain/to-page.ts';
import { pageSize } from './ask-question.ts';
import type { GraphContext } from './context.ts';

/** The arguments of a page. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** Which facts, and what of them. */
type WantedList = Pick<FactList, 'wanted' | 'asked'>;

// Taken for an explicit null; a left-out `first` has the schema's default.
const USUAL = 20;

/** A page of the facts at an entity, each shown as `nodeOf` says. */
export async function pageOfFacts<T>(
  context: GraphContext,
  entityId: string,
  list: WantedList,
  page: PageArguments,
  nodeOf: (row: FactAtRow) => T,
): Promise<Page<T>> {
  const { after } = page;
  const first = pageSize(page.first, USUAL);
  const key = decodeCursor(after)?.[0];
  const rows = await context.factsAt.list(entityId, { ...list, after: key === undefined ? undefined : String(key), limit: first + 1 });
  const totalCount = () => context.factsAt.count(entityId, list.wanted);
  return toPage({ rows, first, after, cursorOf: (row) => encodeCursor(row.key), nodeOf, totalCount });
}

// Lists that are few by nature are cut where a page would end.
const CAP = 100;

/** Up to a hundred facts at an entity. */
export const factsOf = async (context: GraphContext, entityId: string, list: WantedList) =>
  (await context.factsAt.list(entityId, { ...list, limit: CAP })).map(({ fact }) => fact);
