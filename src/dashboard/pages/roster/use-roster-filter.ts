import type { EventRole } from '../../../domain/vocabulary.ts';
import { useStateInAddress } from '../../components/use-state-in-address.ts';

type Order = 'ROLE_THEN_NAME' | 'NAME' | 'PRINTED';
type Kind = 'PERSON' | 'ORGANISATION';

/** Which part of a roster is asked for and in which order, as the address says. */
export function useRosterFilter(eventId: string) {
  const [roleText, setRoleText] = useStateInAddress('roles');
  const [kindText, setKindText] = useStateInAddress('kind');
  const [order, setOrder] = useStateInAddress('order', 'ROLE_THEN_NAME');
  const roles = roleText ? (roleText.split('.') as EventRole[]) : [];
  const kind = (kindText || undefined) as Kind | undefined;
  const variables = {
    eventId,
    orderBy: order as Order,
    ...(roles.length > 0 && { roles }),
    ...(kind && { kinds: [kind] }),
  };
  return {
    variables,
    roles,
    setRoles: (chosen: string[]) => setRoleText(chosen.join('.')),
    kind,
    setKind: (chosen?: string) => setKindText(chosen ?? ''),
    order: order as Order,
    setOrder,
  };
}
