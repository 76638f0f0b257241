import type { EventRole } from '../../../domain/vocabulary.ts';

export const lists = ['all', 'any', 'none'] as const;
export type List = (typeof lists)[number];

/** One row of the form: an event or series, the roles that count, and between which days. */
export interface Row {
  readonly id: string;
  readonly roles: readonly EventRole[];
  readonly from: string;
  readonly to: string;
}
export const emptyRow: Row = { id: '', roles: [], from: '', to: '' };

/** A row as the address keeps it: `event:x~CHAIR.SPEAKER~2024-01-01~`. */
export const writeRow = ({ id, roles, from, to }: Row): string => [id, roles.join('.'), from, to].join('~').replace(/~+$/, '');

/** A row as the address gives it. */
export function readRow(text: string): Row {
  const [id = '', roles = '', from = '', to = ''] = text.split('~');
  return { id, roles: roles ? (roles.split('.') as EventRole[]) : [], from, to };
}

/** A row as the graph is asked; those without an event ask nothing. */
export const criteriaOf = (rows: readonly Row[]) =>
  rows
    .filter(({ id }) => id)
    .map(({ id, roles, from, to }) => ({
      ...(id.startsWith('series:') ? { seriesId: id } : { eventId: id }),
      ...(roles.length > 0 && { roles: [...roles] }),
      ...(from && { from }),
      ...(to && { to }),
    }));
