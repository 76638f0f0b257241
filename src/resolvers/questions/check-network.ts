import type { MeetingFilter } from '../../database/queries/find-met-events.ts';
import { BadInputError } from '../../domain/errors.ts';
import type { Weighting } from '../../domain/meetings/weighting.ts';
import type { EntityKind } from '../../domain/vocabulary.ts';
import { checkNumber } from '../ask-question.ts';
import { checkMeetings } from './check-meetings.ts';

/** Whose network: exactly one of these. */
export interface NetworkScope {
  readonly seriesId?: string | null;
  readonly eventIds?: readonly string[] | null;
  readonly organisationId?: string | null;
  readonly entityIds?: readonly string[] | null;
  readonly around?: { readonly id: string; readonly hops?: number | null } | null;
}

/** The arguments of `Query.network`. */
export interface NetworkArguments extends MeetingFilter {
  readonly scope: NetworkScope;
  readonly participantKinds?: readonly EntityKind[] | null;
  readonly weighting?: Weighting | null;
  readonly minWeight?: number | null;
  readonly maxNodes?: number | null;
  readonly maxTies?: number | null;
}

/** Refuses what cannot be meant. Shape: the numbers, or the field's defaults for an explicit null. */
export function checkNetwork(args: NetworkArguments) {
  checkMeetings(args);
  const { participantKinds: kinds, minWeight } = args;
  if (kinds?.length === 0) throw new BadInputError('participantKinds', 'name at least one kind, or leave the argument out.');
  if (kinds?.some((kind) => kind !== 'PERSON' && kind !== 'ORGANISATION'))
    throw new BadInputError('participantKinds', 'only PERSON and ORGANISATION take part in events.');
  if (minWeight && minWeight < 0) throw new BadInputError('minWeight', 'must not be negative.');
  return {
    weighting: args.weighting ?? 'SIZE_AND_ROLE',
    minWeight: minWeight ?? 0,
    maxNodes: checkNumber('maxNodes', 'nodes of a network', args.maxNodes ?? 200, 2_000),
    maxTies: checkNumber('maxTies', 'ties of a network', args.maxTies ?? 2_000, 10_000),
  } as const;
}
