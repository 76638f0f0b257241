import type { Database } from '../../database/connect.ts';
import { findHopFacts, type Hop } from '../../database/queries/find-hop-facts.ts';
import type { PathEnds } from '../../database/queries/find-shortest-path.ts';
import type { PathFilter } from '../../database/queries/path-hops.ts';
import { choosePath } from './choose-path.ts';

/** One hop of a route: two neighbours and the fact between them. */
export interface RouteStep extends Hop {
  readonly factId: string;
}

/** Between whom to look for how many routes, and what to look through. */
export interface RouteQuestion extends PathEnds, Pick<PathFilter, 'kinds' | 'avoid'> {
  readonly limit: number;
}

/** The routes between two entities, found one by one: by each fact that joins them directly, then each without the middles of those before. */
export async function findRoutes(database: Database, question: RouteQuestion, most?: number): Promise<RouteStep[][]> {
  const { fromId, toId, maxFacts, limit, kinds } = question;
  const filter = { kinds, avoid: question.avoid, withoutFacts: [] };
  const [direct = []] = await findHopFacts(database, [{ fromId, toId }], filter, limit);
  const others: (readonly string[])[] = [];
  while (direct.length + others.length < limit && maxFacts > 1) {
    const avoid = [...question.avoid, ...others.flatMap((ids) => ids.slice(1, -1))];
    const ids = await choosePath(database, { fromId, toId, maxFacts }, { kinds, avoid, withoutFacts: direct }, most);
    if (!ids) break;
    others.push(ids);
  }
  return [
    ...direct.map((factId) => [{ fromId, toId, factId }]),
    ...(await withFacts(database, others, { ...filter, withoutFacts: direct })),
  ];
}

/** Names the fact of each hop. A route that lost one since it was found is left out. */
async function withFacts(database: Database, routes: readonly (readonly string[])[], filter: PathFilter): Promise<RouteStep[][]> {
  const hops = routes.flatMap((ids) => ids.slice(1).map((toId, index) => ({ fromId: ids[index] ?? '', toId })));
  const facts = await findHopFacts(database, hops, filter, 1);
  const steps = hops.flatMap((hop, index) => (facts[index] ?? []).map((factId) => ({ ...hop, factId })));
  const named = new Map(steps.map((step) => [`${step.fromId} ${step.toId}`, step]));
  return routes
    .map((ids) => ids.slice(1).flatMap((toId, index) => named.get(`${ids[index]} ${toId}`) ?? []))
    .filter((found, index) => found.length + 1 === routes[index]?.length);
}
