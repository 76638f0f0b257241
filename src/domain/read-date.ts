import type { DateBlock, DatePrecision } from './dates.ts';

/** A date as nodes and relationships bear it. */
export interface StoredDate {
  readonly dateStart?: string | null;
  readonly dateEnd?: string | null;
  readonly datePrecision?: DatePrecision | null;
  readonly dateInferred?: boolean | null;
  readonly dateText?: string | null;
}

/** The date block that stored properties make. Shape: null where nothing is stored. */
export function readDate({ dateStart, dateEnd, datePrecision, dateInferred, dateText }: StoredDate): DateBlock | null {
  if (!dateStart && !dateText) return null;
  return {
    start: dateStart ?? null,
    end: dateEnd ?? null,
    precision: datePrecision ?? 'DAY',
    inferred: dateInferred ?? false,
    text: dateText ?? null,
  };
}

/** The date of a fact: its own, else that of its earliest dated event. */
export function dateOfFact(
  properties: StoredDate,
  ends: readonly { readonly entity: StoredDate & { readonly id: string } }[],
): DateBlock | null {
  const events = ends.map((end) => end.entity).filter((entity) => entity.id.startsWith('event:') && entity.dateStart);
  const [earliest] = events.sort((a, b) => ((a.dateStart ?? '') < (b.dateStart ?? '') ? -1 : 1));
  return readDate(properties) ?? (earliest ? readDate(earliest) : null);
}
