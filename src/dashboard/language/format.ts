import { language, locale } from './language.ts';

/** A date as a source gives it. */
interface DateBlock {
  readonly start: string | null;
  readonly end: string | null;
  readonly text?: string | null;
  readonly inferred?: boolean;
}

const styles: Record<number, Intl.DateTimeFormatOptions> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
};

/** A year, month or day in the page's language. */
export function formatPartialDate(date: string): string {
  const style = { ...(styles[date.length] ?? styles[10]), timeZone: 'UTC' };
  return new Intl.DateTimeFormat(locale, style).format(new Date(date.padEnd(10, '-01')));
}

/** A date or span in the page's language, the printed words where no more is known; nothing where there is none. */
export function formatDate(date: DateBlock | null | undefined): string {
  if (!date?.start) return date?.text ?? '';
  const start = formatPartialDate(date.start);
  if (!date.end || date.end === date.start) return start;
  return `${start}${language === 'EN' ? ' – ' : '—'}${formatPartialDate(date.end)}`;
}

/** A number in the page's language. */
export const formatNumber = (value: number): string => new Intl.NumberFormat(locale).format(value);
