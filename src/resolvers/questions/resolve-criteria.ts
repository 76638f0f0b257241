import { findCriterionEvents, mostEditions } from '../../database/queries/find-criterion-events.ts';
import type { FactCondition } from '../../database/queries/find-criterion-facts.ts';
import { presentRoles } from '../../database/queries/load-roster.ts';
import type { Criterion } from '../../domain/criteria.ts';
import { NotFoundError, TooBroadError } from '../../domain/errors.ts';
import { checkKind } from '../ask-question.ts';
import type { GraphContext } from '../context.ts';

/** A criterion with the events it can be met at, and how many places stand on their rosters. */
export interface ResolvedCriterion extends FactCondition {
  readonly list: Criterion['list'];
  readonly index: number;
  readonly size: number;
}

/** The criteria of a question with their events. Errors: BAD_USER_INPUT, NOT_FOUND, TOO_BROAD, each naming the argument. */
export async function resolveCriteria({ database }: GraphContext, criteria: readonly Criterion[]): Promise<ResolvedCriterion[]> {
  if (criteria.length === 0) return [];
  for (const { argument, targetId } of criteria) checkKind(argument, targetId, [argument.endsWith('.eventId') ? 'EVENT' : 'EVENT_SERIES']);
  const found = new Map((await findCriterionEvents(database, criteria)).map((row) => [row.argument, row.events]));
  return criteria.map((criterion) => {
    const events = found.get(criterion.argument);
    if (!events) throw new NotFoundError(criterion.argument);
    if (events.length > mostEditions)
      throw new TooBroadError(criterion.argument, `more than ${mostEditions} editions count. Narrow them by from and to, or name events.`);
    return {
      list: criterion.list,
      index: criterion.index,
      argument: criterion.argument,
      roster: criterion.includeSubEvents ? 'ON_ROSTER' : 'ON_OWN_ROSTER',
      roles: criterion.roles ?? presentRoles,
      eventIds: events.map(({ id }) => id),
      certainIds: events.filter(({ certain }) => certain).map(({ id }) => id),
      size: events.reduce((sum, { size }) => sum + size, 0),
    };
  });
}
