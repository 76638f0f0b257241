import type { EntityKind } from '../../../domain/vocabulary.ts';
import type { NetworkVariables } from '../../operations/network.ts';
import { say } from './words.ts';

type Scope = NetworkVariables['scope'];

/** Whose network is asked for. */
export interface ChosenScope {
  readonly scope: Scope;
  /** Whose network that is, in words. */
  readonly words: string;
  /** What may be chosen beside it. */
  readonly more: readonly EntityKind[];
}

const isOneOf = (...prefixes: string[]) => {
  return (id: string) => prefixes.some((prefix) => id.startsWith(`${prefix}:`));
};
const [isEvent, isParticipant] = [isOneOf('event'), isOneOf('person', 'organisation')];

/** People of an organisation, rather than whom it met. */
export const staff = 'staff';

/** How many steps from a single one in the middle are meant where the address says nothing. */
export const usualHops = (id: string): string => (id.startsWith('organisation:') ? staff : '1');

/** The scope that chosen entities make; what does not go with the first of them is left aside. */
export function chooseScope(ids: readonly string[], hops: string): ChosenScope | undefined {
  const [first] = ids;
  if (!first) return undefined;
  if (isEvent(first)) {
    const eventIds = ids.filter(isEvent);
    return { scope: { eventIds }, words: say('scopeEvents', { count: eventIds.length }), more: ['EVENT'] };
  }
  if (!isParticipant(first)) return { scope: { seriesId: first }, words: say('scopeSeries'), more: [] };
  const entityIds = ids.filter(isParticipant);
  const more: EntityKind[] = ['PERSON', 'ORGANISATION'];
  if (entityIds.length > 1) return { scope: { entityIds }, words: say('scopeEntities', { count: entityIds.length }), more };
  if (hops === staff) return { scope: { organisationId: first }, words: say('scopeStaff'), more };
  return { scope: { around: { id: first, hops: Number(hops) } }, words: say('scopeAround', { hops }), more };
}
