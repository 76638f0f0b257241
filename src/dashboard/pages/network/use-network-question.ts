import type { EventRole } from '../../../domain/vocabulary.ts';
import { useStateInAddress } from '../../components/use-state-in-address.ts';
import type { NetworkVariables } from '../../operations/network.ts';

/** Most ties that a picture takes. */
const maxTies = 4000;

type Kind = 'PERSON' | 'ORGANISATION';

/** Whose network is asked for and how much of it, as the address says. */
export function useNetworkQuestion() {
  const [id, setId] = useStateInAddress('of');
  const [hops, setHops] = useStateInAddress('hops', '1');
  const [from, setFrom] = useStateInAddress('from');
  const [to, setTo] = useStateInAddress('to');
  const [roleText, setRoleText] = useStateInAddress('roles');
  const [kind, setKind] = useStateInAddress('kind');
  const [least, setLeast] = useStateInAddress('least', '0');
  const [most, setMost] = useStateInAddress('most', '200');
  const roles = roleText ? (roleText.split('.') as EventRole[]) : [];
  const variables: NetworkVariables = {
    scope: scopeOf(id, Number(hops)),
    minWeight: Number(least) || 0,
    maxNodes: Number(most) || 200,
    maxTies,
    ...(from && { from }),
    ...(to && { to }),
    ...(roles.length > 0 && { roles }),
    ...(kind && { kinds: [kind as Kind] }),
  };
  const given = { id, hops, from, to, roles, kind, least, most };
  return {
    variables,
    given,
    set: { id: setId, hops: setHops, from: setFrom, to: setTo, kind: setKind, least: setLeast, most: setMost },
    setRoles: (chosen: string[]) => setRoleText(chosen.join('.')),
  };
}

/** A series and an event are met at, an organisation has people, a person stands in the middle. */
function scopeOf(id: string, hops: number): NetworkVariables['scope'] {
  if (id.startsWith('series:')) return { seriesId: id };
  if (id.startsWith('event:')) return { eventIds: [id] };
  if (id.startsWith('organisation:')) return { organisationId: id };
  return { around: { id, hops } };
}
