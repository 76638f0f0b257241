import { inRange, type Range, where } from './in-range.ts';
import { literal } from './literal.ts';

/** The entity of an id. */
export const entityStatement = ({ id }: { id: string }): string => `MATCH (e:Entity {id: ${literal(id)}})
RETURN e.id AS id, labels(e) AS labels, e.name AS name, e.nameEn AS nameEn`;

interface Given {
  readonly filter?: Filter | null;
  readonly orderBy?: string | null;
}
interface Filter extends Range {
  readonly organisationId?: string;
  readonly eventId?: string;
}

/** What a filter may hold for one statement to answer it. */
const known = ['from', 'to', 'organisationId', 'eventId'];
const tied = (label: string, id: string): string => `EXISTS { (e)<-[:END]-(:Fact)-[:END]->(:${label} {id: ${literal(id)}}) }`;

/** All entities with a label; those tied to an event by a fact or on its roster, those tied to an organisation. None where a filter asks for more. */
export const listStatement =
  (label: string) =>
  ({ filter, orderBy }: Given): string | undefined => {
    const { organisationId, eventId, ...range } = filter ?? {};
    if (Object.keys(filter ?? {}).some((name) => !known.includes(name))) return undefined;
    return `MATCH (e:${label})${where(
      organisationId && tied('Organisation', organisationId),
      eventId && `(${tied('Event', eventId)} OR EXISTS { (e)-[:ON_ROSTER]->(:Event {id: ${literal(eventId)}}) })`,
      ...inRange('e.dateStart', 'coalesce(e.dateEnd, e.dateStart)', range),
    )}
RETURN e.id AS id, e.name AS name, e.dateStart AS date
ORDER BY ${orderBy === 'DATE' ? "coalesce(date, '') DESC, id" : 'e.nameKey'}`;
  };

/** Agreements of all these parties, or signed at an event or a part of it. None where a filter asks for more. */
export function agreementsStatement({ filter, orderBy }: { filter?: AgreementFilter | null; orderBy?: string | null }): string | undefined {
  const { partyIds, signedAtEventId, ...more } = filter ?? {};
  if (Object.keys(more).length > 0) return undefined;
  return `MATCH (a:Agreement)${where(
    ...(partyIds ?? []).map((id) => `EXISTS { (a)-[:PARTY]->(:Organisation {id: ${literal(id)}}) }`),
    signedAtEventId && `EXISTS { (a)-[:SIGNED_AT]->(:Event)-[:PART_OF*0..8]->(:Event {id: ${literal(signedAtEventId)}}) }`,
  )}
RETURN a.id AS id, a.name AS name, a.dateStart AS date, a.termFrom AS termFrom, a.termTo AS termTo
ORDER BY ${orderBy === 'DATE' ? "CASE a.dateKey WHEN '~' THEN '' ELSE coalesce(a.dateKey, '') END DESC, id" : 'a.nameKey'}`;
}

interface AgreementFilter {
  readonly partyIds?: readonly string[];
  readonly signedAtEventId?: string;
}
