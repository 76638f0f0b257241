import { useSearchParams } from 'react-router';
import type { EventRole } from '../../../domain/vocabulary.ts';

const orders = ['ROLE_THEN_NAME', 'NAME', 'PRINTED'] as const;
type Order = (typeof orders)[number];
type Kind = 'PERSON' | 'ORGANISATION';

/** Which part of a roster is asked for, in which order, and which leaf of it is looked at, as the address says. */
export function useRosterFilter(eventId: string) {
  const [search, setSearch] = useSearchParams();
  /** What is looked for anew is looked at from its first leaf. */
  const set = (name: string) => (value: string) =>
    setSearch(
      (current) => {
        current.delete('leaf');
        if (value) current.set(name, value);
        else current.delete(name);
        return current;
      },
      { replace: true },
    );
  const roles = (search.get('roles') ?? '').split('.').filter(Boolean) as EventRole[];
  const kind = (search.get('kind') ?? undefined) as Kind | undefined;
  const order = orders.find((each) => each === search.get('order')) ?? 'ROLE_THEN_NAME';
  const variables = {
    eventId,
    orderBy: order as Order,
    ...(roles.length > 0 && { roles }),
    ...(kind && { kinds: [kind] }),
  };
  return {
    variables,
    given: { roles, kind, order, text: search.get('find') ?? '', leaf: Math.max(1, Math.trunc(Number(search.get('leaf'))) || 1) },
    setRoles: (chosen: string[]) => set('roles')(chosen.join('.')),
    setKind: (chosen?: string) => set('kind')(chosen ?? ''),
    setOrder: (chosen: string) => set('order')(chosen === 'ROLE_THEN_NAME' ? '' : chosen),
    setText: set('find'),
    setLeaf: (leaf: number) => set('leaf')(leaf === 1 ? '' : String(leaf)),
  };
}
