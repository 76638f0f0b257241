import { useSearchParams } from 'react-router';
import type { EventRole } from '../../../domain/vocabulary.ts';
import { useStateInAddress } from '../../components/use-state-in-address.ts';
import type { NetworkVariables } from '../../operations/network.ts';
import { chooseScope, usualHops } from './choose-scope.ts';

/** Most ties that a picture takes. */
const maxTies = 4000;

type Kind = 'PERSON' | 'ORGANISATION';
type Weighting = NonNullable<NetworkVariables['weighting']>;

/** Whose network is asked for and how much of it, as the address says. */
export function useNetworkQuestion() {
  const [search, setSearch] = useSearchParams();
  const ids = [...new Set(search.getAll('of').filter(Boolean))];
  const [hops, setHops] = useStateInAddress('hops', usualHops(ids[0] ?? ''));
  const [from, setFrom] = useStateInAddress('from');
  const [to, setTo] = useStateInAddress('to');
  const [roleText, setRoleText] = useStateInAddress('roles');
  const [kind, setKind] = useStateInAddress('kind');
  const [weighting, setWeighting] = useStateInAddress('weighting', 'SIZE_AND_ROLE');
  const [least, setLeast] = useStateInAddress('least', '0');
  const [most, setMost] = useStateInAddress('most', '200');
  const roles = roleText ? (roleText.split('.') as EventRole[]) : [];
  const chosen = chooseScope(ids, hops);
  const variables: Omit<NetworkVariables, 'scope'> = {
    weighting: weighting as Weighting,
    minWeight: Number(least) || 0,
    maxNodes: Number(most) || 200,
    maxTies,
    ...(from && { from }),
    ...(to && { to }),
    ...(roles.length > 0 && { roles }),
    ...(kind && { kinds: [kind as Kind] }),
  };
  /** Another network has other steps, and nobody picked in it. */
  const setIds = (next: readonly string[]) =>
    setSearch((current) => {
      for (const name of ['of', 'hops', 'picked']) current.delete(name);
      for (const id of next) current.append('of', id);
      return current;
    });
  return {
    chosen,
    variables: chosen && { ...variables, scope: chosen.scope },
    given: { ids, hops, from, to, roles, kind, weighting, least, most },
    set: { ids: setIds, hops: setHops, from: setFrom, to: setTo, kind: setKind, weighting: setWeighting, least: setLeast, most: setMost },
    setRoles: (names: string[]) => setRoleText(names.join('.')),
  };
}
