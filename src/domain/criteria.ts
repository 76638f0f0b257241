import { BadInputError } from './errors.ts';
import type { EventRole } from './vocabulary.ts';

/** A condition on events as a client gives it. */
export interface GivenCriterion {
  readonly eventId?: string | null;
  readonly seriesId?: string | null;
  readonly roles?: readonly EventRole[] | null;
  readonly includeSubEvents?: boolean | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly dates?: 'POSSIBLE' | 'CERTAIN' | null;
}

export type CriterionList = 'ALL_OF' | 'ANY_OF' | 'NONE_OF';

/** The lists of a question, as a client gives them. */
export interface GivenLists {
  readonly allOf?: readonly GivenCriterion[] | null;
  readonly anyOf?: readonly GivenCriterion[] | null;
  readonly noneOf?: readonly GivenCriterion[] | null;
}

/** A condition on events, checked. `argument` names the id it rests on, as `allOf[0].eventId`; `roles` null are all that imply presence. */
export interface Criterion {
  readonly list: CriterionList;
  readonly index: number;
  readonly argument: string;
  readonly targetId: string;
  readonly roles: readonly EventRole[] | null;
  readonly includeSubEvents: boolean;
  readonly from: string | null;
  readonly to: string | null;
  readonly certainOnly: boolean;
}

/** The most criteria one question takes. */
export const mostCriteria = 20;

/** The criteria of all three lists, in order. Errors: BAD_USER_INPUT for what is empty, ambiguous, too long or contradictory. */
export function readCriteria({ allOf, anyOf, noneOf }: GivenLists): Criterion[] {
  const criteria = [...readList('ALL_OF', 'allOf', allOf), ...readList('ANY_OF', 'anyOf', anyOf), ...readList('NONE_OF', 'noneOf', noneOf)];
  if (criteria.every(({ list }) => list === 'NONE_OF'))
    throw new BadInputError('allOf', 'needs a criterion here or in anyOf: whom no list names cannot be listed by absence.');
  if (criteria.length > mostCriteria)
    throw new BadInputError('allOf', `at most ${mostCriteria} criteria in allOf, anyOf and noneOf together, not ${criteria.length}.`);
  refuseContradictions(criteria);
  return criteria;
}

const readList = (list: CriterionList, name: string, given: readonly GivenCriterion[] | null | undefined): Criterion[] =>
  (given ?? []).map((criterion, index) => ({ list, index, ...readCriterion(criterion, `${name}[${index}]`) }));

function readCriterion(given: GivenCriterion, place: string): Omit<Criterion, 'list' | 'index'> {
  const [roles, from, to] = [given.roles ?? null, given.from ?? null, given.to ?? null];
  const targetId = given.eventId ?? given.seriesId;
  if (!targetId || (given.eventId && given.seriesId)) throw new BadInputError(place, 'needs exactly one of eventId and seriesId.');
  if (roles?.length === 0) throw new BadInputError(`${place}.roles`, 'names no role. Leave it out for all roles that imply presence.');
  if (from && to && to < from) throw new BadInputError(`${place}.to`, 'the range ends before it starts.');
  return {
    argument: `${place}.${given.eventId ? 'eventId' : 'seriesId'}`,
    targetId,
    roles,
    includeSubEvents: given.includeSubEvents ?? true,
    from,
    to,
    certainOnly: given.dates === 'CERTAIN',
  };
}

/** What a criterion asks, whatever order its roles stand in. How dates match matters only in a range. */
const meaningOf = ({ targetId, roles, includeSubEvents, from, to, certainOnly }: Criterion): string =>
  JSON.stringify([targetId, roles && [...new Set(roles)].sort(), includeSubEvents, from, to, Boolean(from ?? to) && certainOnly]);

function refuseContradictions(criteria: readonly Criterion[]): void {
  const excluded = new Set(criteria.filter(({ list }) => list === 'NONE_OF').map(meaningOf));
  const [doubled] = criteria.filter((criterion) => criterion.list === 'ALL_OF' && excluded.has(meaningOf(criterion)));
  if (doubled) throw new BadInputError('noneOf', `has the same criterion as allOf[${doubled.index}]: nobody can meet both.`);
  const alternatives = criteria.filter(({ list }) => list === 'ANY_OF');
  if (alternatives.length > 0 && alternatives.every((criterion) => excluded.has(meaningOf(criterion))))
    throw new BadInputError('noneOf', 'has every criterion of anyOf: nobody can meet both.');
}
