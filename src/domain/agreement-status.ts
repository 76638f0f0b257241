import { firstDay, lastDay } from './dates.ts';

export type AgreementStatus = 'IN_FORCE' | 'NOT_YET' | 'ENDED' | 'UNKNOWN';

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

// Kept for its minute, which every day of every zone begins with: every answer asks, and the calendar takes longer than the answer.
let known = { minute: Number.NaN, day: '' };

/** Today's date where the documents are from. Shape: `YYYY-MM-DD`. */
export function todayInShanghai(now = Date.now()): string {
  const minute = Math.floor(now / 60_000);
  if (known.minute !== minute) known = { minute, day: calendar.format(now) };
  return known.day;
}

/** The day so many days later. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** How an agreement with a stated term stands on a day, today if none is said; what is not stated is not guessed. */
export function agreementStatus(
  { termFrom, termTo }: { termFrom?: string | null; termTo?: string | null },
  on?: string | null,
): AgreementStatus {
  const day = on ?? todayInShanghai();
  if (termTo && lastDay(termTo) < day) return 'ENDED';
  if (termFrom && firstDay(termFrom) > day) return 'NOT_YET';
  // A term known by month or year may begin or end on either side of the day.
  const begun = termFrom && lastDay(termFrom) <= day;
  const running = termTo && firstDay(termTo) >= day;
  return begun && running ? 'IN_FORCE' : 'UNKNOWN';
}
