import type { DayRange } from '../../database/queries/date-bounds.ts';
import { BadInputError } from '../../domain/errors.ts';
import type { EventRole } from '../../domain/vocabulary.ts';
import { checkRange } from '../ask-question.ts';

/** Which meetings count: by these roles, in this range. */
export interface MeetingCriteria extends DayRange {
  readonly roles?: readonly EventRole[] | null;
}

/** Refuses an empty list of roles, which no meeting could satisfy, and a range that ends before it starts. */
export function checkMeetings({ roles, from, to }: MeetingCriteria): void {
  checkRange(from, to);
  if (roles?.length === 0) throw new BadInputError('roles', 'name at least one role, or leave the argument out.');
}
