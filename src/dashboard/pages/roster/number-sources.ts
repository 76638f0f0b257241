import type { RosterEntry } from '../../operations/roster.ts';

/** The documents that entries rest on, numbered as they come, by their ids. */
export function numberSources(entries: readonly RosterEntry[]): Map<string, { number: number; label: string }> {
  const numbered = new Map<string, { number: number; label: string }>();
  for (const { id, label } of entries.flatMap(({ roles }) => roles.flatMap(({ evidence }) => evidence.map(({ source }) => source))))
    if (!numbered.has(id)) numbered.set(id, { number: numbered.size + 1, label });
  return numbered;
}
