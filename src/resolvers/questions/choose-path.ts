import type { Database } from '../../database/connect.ts';
import { findMidway } from '../../database/queries/find-midway.ts';
import { findShortestPath, type PathEnds } from '../../database/queries/find-shortest-path.ts';
import type { PathFilter } from '../../database/queries/path-hops.ts';

/** How many equally short paths are compared before the choice falls to the lowest ids half-way. */
const comparedAtMost = 1000;

type Ids = readonly string[];

/**
 * Chooses one of the shortest paths, the same wherever the same facts are recorded and from whichever end it is asked:
 * Neo4j alone takes whichever it meets first, and between two hubs there are too many to compare.
 * Shape: the ids on the way, both ends included; undefined where there is none.
 */
export async function choosePath(database: Database, ends: PathEnds, filter: PathFilter, most = comparedAtMost): Promise<Ids | undefined> {
  const { fromId, toId, maxFacts } = ends;
  if (fromId > toId) return (await choosePath(database, { fromId: toId, toId: fromId, maxFacts }, filter, most))?.toReversed();
  const found = await findShortestPath(database, ends, filter, most);
  if (!found || found.whole) return found?.ids;
  // Only a fact withdrawn in this very moment leaves nothing to choose.
  return (await chooseByMiddle(database, found.ids, filter, most)) ?? found.ids;
}

/** Fixes the middle of a path, then chooses either half by itself: what joins shortest halves is a shortest path. */
async function chooseByMiddle(database: Database, ids: Ids, filter: PathFilter, most: number): Promise<Ids | undefined> {
  const [fromId = '', toId = ''] = [ids.at(0), ids.at(-1)];
  const [before, after] = [Math.floor, Math.ceil].map((round) => round((ids.length - 1) / 2)) as [number, number];
  const middle = await findMidway(database, { fromId, toId, before, after }, filter);
  if (!middle) return undefined;
  const half = (from: string, to: string, maxFacts: number) =>
    maxFacts === 1 ? [from, to] : choosePath(database, { fromId: from, toId: to, maxFacts }, filter, most);
  const [first, second] = [await half(fromId, middle, before), await half(middle, toId, after)];
  return first && second && [...first, ...second.slice(1)];
}
