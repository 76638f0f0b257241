import type { GraphQLResolveInfo } from 'graphql';
import type { EvidencePart } from '../../database/queries/asked-evidence.ts';
import { shareTime } from '../../database/share-time.ts';
import { BadInputError } from '../../domain/errors.ts';
import type { FactKind } from '../../domain/facts.ts';
import { kindOfId } from '../../domain/ids.ts';
import { pathKinds } from '../../domain/paths/hop-types.ts';
import { rankPaths, weakestOf } from '../../domain/paths/rank-paths.ts';
import { checkNumber, requireEntities, requireEntity } from '../ask-question.ts';
import type { GraphContext, QuestionLimits } from '../context.ts';
import { evidenceBelow } from '../evidence.ts';
import { findRoutes, type RouteQuestion, type RouteStep } from './find-routes.ts';
import { loadFactList } from './load-fact-list.ts';

interface PathsArguments {
  readonly fromId: string;
  readonly toId: string;
  readonly maxFacts?: number | null;
  readonly limit?: number | null;
  readonly kinds?: readonly FactKind[] | null;
  readonly avoid?: readonly string[] | null;
}

/** `Query.paths`: how two entities are connected, fact by fact. */
export async function paths(_root: unknown, args: PathsArguments, context: GraphContext, info: GraphQLResolveInfo) {
  const { fromId, toId, kinds } = args;
  const question = { fromId, toId, kinds, maxFacts: args.maxFacts ?? 6, limit: args.limit ?? 3, avoid: args.avoid ?? [] };
  checkQuestion(question, context.limits);
  await Promise.all([
    requireEntity(context, 'fromId', fromId),
    requireEntity(context, 'toId', toId),
    requireEntities(context, 'avoid', question.avoid),
  ]);
  const database = shareTime(context.database, context.transaction.timeout);
  const routes = await findRoutes(database, question);
  const found = await Promise.all(routes.map((route) => fill(route, context, evidenceBelow(info, context, 'steps', 'fact'))));
  return rankPaths(found.filter((path) => path !== undefined));
}

function checkQuestion({ fromId, toId, maxFacts, limit, kinds, avoid }: RouteQuestion, { pathFacts }: QuestionLimits): void {
  checkStands('fromId', fromId);
  checkStands('toId', toId);
  for (const id of avoid) checkStands('avoid', id);
  if (fromId === toId) throw new BadInputError('toId', 'is the same as fromId; a path joins two entities.');
  if (avoid.includes(fromId) || avoid.includes(toId)) throw new BadInputError('avoid', 'names an end of the path.');
  checkNumber('maxFacts', 'facts of a path', maxFacts, pathFacts);
  checkNumber('limit', 'paths', limit, 10);
  if (kinds?.length === 0) throw new BadInputError('kinds', 'names no kind of fact; leave it out to take all.');
}

/** Others hang on facts, or are facts: an agreement joins its parties, an honour is what one of them received. */
function checkStands(argument: string, id: string): void {
  const kind = kindOfId(id);
  if (kind && !pathKinds.some((each) => each === kind))
    throw new BadInputError(argument, `paths run between and through entities of ${pathKinds.join(', ')}; ${kind} never stands on one.`);
}

/** Fills a route with its entities and facts. Shape: undefined where one of them was withdrawn meanwhile. */
async function fill(route: readonly RouteStep[], context: GraphContext, evidence: EvidencePart | undefined) {
  const ids = [...new Set(route.flatMap(({ fromId, toId }) => [fromId, toId]))];
  const [facts, cards] = await Promise.all([
    loadFactList(context, route, evidence),
    Promise.all(ids.map((id) => context.loaders.cardById.load(id))),
  ]);
  const cardOf = (id: string) => cards[ids.indexOf(id)];
  const steps = facts.flatMap(({ fromId, fact, toId }) => {
    const [from, to] = [cardOf(fromId), cardOf(toId)];
    return from && to ? [{ from, fact, to }] : [];
  });
  if (steps.length < route.length) return undefined;
  return { length: steps.length, certainty: weakestOf(steps.map(({ fact }) => fact.certainty)), steps };
}
