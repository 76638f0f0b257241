import { findOpenRosters } from '../../database/queries/find-open-rosters.ts';
import { chooseFigures } from '../../domain/choose-figures.ts';
import type { Criterion } from '../../domain/criteria.ts';
import { type FigureKey, givenParts, type OverviewScope, type ScopeEntity, scopeEntities } from '../../domain/overview-figures.ts';
import { checkRange, requireEntities } from '../ask-question.ts';
import type { GraphContext } from '../context.ts';
import { countRows } from './count-rows.ts';
import { resolveCriteria } from './resolve-criteria.ts';

// The figures that count who stands on rosters.
const ofRosters: readonly FigureKey[] = ['PEOPLE', 'ORGANISATIONS', 'PEOPLE_PRESENT', 'ORGANISATIONS_PRESENT'];

/** `Query.overview`: how many of what is recorded, each figure with the question that lists it. */
export async function overview(_root: unknown, args: { readonly scope?: OverviewScope | null }, context: GraphContext) {
  const scope = givenParts(args.scope ?? {});
  checkRange(scope.from, scope.to, 'scope.to');
  const named = Object.entries(scopeEntities) as [ScopeEntity, (typeof scopeEntities)[ScopeEntity]][];
  await Promise.all(named.map(([part, kind]) => requireEntities(context, `scope.${part}`, [scope[part] ?? []].flat(), [kind])));
  const rosters = await resolveCriteria(context, criteriaOf(scope));
  const inTurn = queue();
  let isOpen: Promise<boolean> | undefined;
  const anyOpen = () => (isOpen ??= inTurn(async () => (await findOpenRosters(context.database, rosters, 1)).length > 0));
  const figures = chooseFigures(scope).map(({ key, ...rows }) => ({
    key,
    rows,
    value: () => inTurn(() => countRows(context, { key, ...rows })),
    open: () => rosters.length > 0 && ofRosters.includes(key) && anyOpen(),
  }));
  return { figures };
}

/** Runs one piece of work after the other: a dozen counts at once would be one client's claim on the whole database. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** The event and the series of a scope, as criteria that whoever took part there meets. */
const criteriaOf = (scope: ReturnType<typeof givenParts>): Criterion[] =>
  (['eventId', 'seriesId'] as const).flatMap((part, index) => {
    const [targetId, from, to] = [scope[part], scope.from ?? null, scope.to ?? null];
    const everyone = { roles: null, includeSubEvents: true, certainOnly: false } as const;
    return targetId ? [{ list: 'ANY_OF', index, argument: `scope.${part}`, targetId, ...everyone, from, to } as const] : [];
  });
