import { type EventRole, eventRoles } from '../../domain/vocabulary.ts';
import { inRange, type Range, where } from './in-range.ts';
import { literal } from './literal.ts';

type Roles = readonly EventRole[] | null;
const presentRoles = (Object.keys(eventRoles) as EventRole[]).filter((role) => eventRoles[role].present);
const inRoles = (roles: Roles | undefined): string => `r.role IN ${literal(roles ?? presentRoles)}`;

type Kind = 'PERSON' | 'ORGANISATION';
const labels: Record<Kind, string> = { PERSON: 'Person', ORGANISATION: 'Organisation' };
const labelled = (kinds: readonly Kind[]): string => kinds.map((kind) => labels[kind]).join('|');

interface RosterGiven {
  readonly eventId: string;
  readonly roles?: Roles;
  readonly kinds?: readonly Kind[] | null;
}

/** Every role at an event or a part of it: those that imply presence, or those asked for. */
export const rosterStatement = ({
  eventId,
  roles,
  kinds,
}: RosterGiven): string => `MATCH (:Event {id: ${literal(eventId)}})<-[:PART_OF*0..8]-(e:Event)
WITH DISTINCT e
MATCH (p:${labelled(kinds ?? ['PERSON', 'ORGANISATION'])})-[r:PARTICIPATED_IN]->(e)
WHERE ${inRoles(roles)}
OPTIONAL MATCH (b:Entity {id: r.onBehalfOf})
RETURN p.id AS participantId, p.name AS participant, r.role AS role, r.capacity AS capacity, b.name AS onBehalfOf, e.name AS event, r.factId AS factId
ORDER BY p.nameKey, e.dateKey, factId`;

interface Criterion extends Range {
  readonly eventId?: string | null;
  readonly seriesId?: string | null;
  readonly roles?: Roles;
}
interface AttendedGiven {
  readonly allOf?: readonly Criterion[] | null;
  readonly anyOf?: readonly Criterion[] | null;
  readonly noneOf?: readonly Criterion[] | null;
  readonly kinds?: readonly Kind[] | null;
}

/** Who took part in all of these events, some of those and none of others. None where others are asked for by date: what is known by year only is then neither in nor out. */
export function attendedStatement({ allOf, anyOf, noneOf, kinds }: AttendedGiven): string | undefined {
  if (noneOf?.some(({ from, to }) => from || to)) return undefined;
  return `MATCH (p:${labelled(kinds ?? ['PERSON'])})${where(
    ...(allOf ?? []).map(tookPart),
    anyOf && anyOf.length > 0 && `(${anyOf.map(tookPart).join('\n    OR ')})`,
    ...(noneOf ?? []).map((criterion) => `NOT ${tookPart(criterion)}`),
  )}
RETURN p.id AS participantId, p.name AS participant
ORDER BY p.nameKey`;
}

function tookPart({ eventId, seriesId, roles, ...range }: Criterion): string {
  const whole = eventId
    ? `(w:Event {id: ${literal(eventId)}})`
    : `(w:Event)-[:EDITION_OF]->(:EventSeries {id: ${literal(seriesId ?? '')}})`;
  const dated = inRange('w.dateStart', 'coalesce(w.dateEnd, w.dateStart)', range).filter(Boolean);
  return `EXISTS { MATCH (p)-[r:PARTICIPATED_IN]->(:Event)-[:PART_OF*0..8]->${whole} WHERE ${[inRoles(roles), ...dated].join(' AND ')} }`;
}
