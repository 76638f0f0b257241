import { firstDay, lastDay } from './dates.ts';

/** How an agreement stands on a day. */
export type AgreementStatus = 'IN_FORCE' | 'NOT_YET' | 'ENDED' | 'UNKNOWN';

/** How an agreement stands on a day by its stated term; what the term does not settle is UNKNOWN, never guessed. */
export function agreementStatus(on: string, termFrom: string | null | undefined, termTo: string | null | undefined): AgreementStatus {
  if (termTo && lastDay(termTo) < on) return 'ENDED';
  if (termFrom && firstDay(termFrom) > on) return 'NOT_YET';
  const begun = termFrom && lastDay(termFrom) <= on;
  return begun && termTo && firstDay(termTo) >= on ? 'IN_FORCE' : 'UNKNOWN';
}

/** Today in China, as `YYYY-MM-DD`. */
export const todayInShanghai = (now = new Date()): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(now);

/** The day so many days later. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
