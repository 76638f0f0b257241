import { z } from 'zod';

export type DatePrecision = 'YEAR' | 'MONTH' | 'DAY';

/** A date as a source gives it. Shape: `end` equals `start` for one day and is null where no end is stated. */
export interface DateBlock {
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: DatePrecision;
  readonly inferred: boolean;
  readonly text: string | null;
}

const month = '(?:0[1-9]|1[0-2])';
const pattern = new RegExp(`^\\d{4}(?:-${month}(?:-(?:0[1-9]|[12]\\d|3[01]))?)?$`);

/** Says whether the text is `2024`, `2024-11` or a day that the calendar has. */
export function isPartialDate(text: string): boolean {
  if (!pattern.test(text)) return false;
  if (text.length < 10) return true;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Says whether the text is a whole day, `2024-11-14`. */
export const isDay = (text: string): boolean => text.length === 10 && isPartialDate(text);

const precisions: Record<number, DatePrecision> = { 4: 'YEAR', 7: 'MONTH', 10: 'DAY' };

/** Reads `2024-11-14` or `2024-11-14/2024-11-16`; one value that is no day has no stated end. */
export function parseDateBlock(value: string, inferred = false, text: string | null = null): DateBlock {
  const [start = '', end] = value.split('/');
  const precision = precisions[start.length] ?? 'DAY';
  return { start, end: end ?? (precision === 'DAY' ? start : null), precision, inferred, text };
}

/** The first day a partial date can mean. */
export const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10);

/** The last day a partial date can mean. */
export function lastDay(date: string): string {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const [year, monthOf] = date.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, monthOf ?? 1, 0)).toISOString().slice(0, 10);
}

export const partialDate = z.string().refine(isPartialDate, 'must be a date: 2024, 2024-11 or 2024-11-14');
export const dateOrRange = z
  .string()
  .refine(
    (text) => text.split('/').length <= 2 && text.split('/').every(isPartialDate) && inOrder(text.split('/')),
    'must be a date (2024, 2024-11 or 2024-11-14) or two of them as start/end, in order',
  );

const inOrder = ([start = '', end]: string[]): boolean => end === undefined || (start.length === end.length && start <= end);
