import type { RosterEntry } from '../../operations/roster.ts';

/** The entries in which a text stands: in a name, a capacity, or whom someone stood for. */
export function findInRoster(entries: readonly RosterEntry[], text: string): RosterEntry[] {
  const wanted = text.trim().toLowerCase();
  const textOf = ({ participant, roles }: RosterEntry) =>
    [participant.name, participant.nameEn, ...roles.flatMap(({ capacity, onBehalfOf }) => [capacity, onBehalfOf?.label])].join('\n');
  return entries.filter((entry) => textOf(entry).toLowerCase().includes(wanted));
}
