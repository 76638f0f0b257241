import { firstDay, lastDay } from './dates.ts';
import { today } from './today.ts';

export type AgreementStatus = 'IN_FORCE' | 'NOT_YET' | 'ENDED' | 'UNKNOWN';

/** How an agreement with a stated term stands on a day, today if none is said; what is not stated is not guessed. */
export function agreementStatus({ termFrom, termTo }: { termFrom?: string | null; termTo?: string | null }, on?: string | null): AgreementStatus {
  const day = on ?? today();
  if (termTo && lastDay(termTo) < day) return 'ENDED';
  if (termFrom && firstDay(termFrom) > day) return 'NOT_YET';
  // A term known by month or year may begin or end on either side of the day.
  const begun = termFrom && lastDay(termFrom) <= day;
  const running = termTo && firstDay(termTo) >= day;
  return begun && running ? 'IN_FORCE' : 'UNKNOWN';
}
