import { z } from 'zod';
import type { AgreementStatus } from '../../domain/agreement-status.ts';
import type { Database } from '../connect.ts';
import { type DayRange, firstDayOf, inRange, lastDayOf } from './date-bounds.ts';
import { type Statement, where } from './statement.ts';

/** Which agreements; all given conditions hold together. `on` is the day that status and expiry are asked for. */
export interface AgreementFilter {
  readonly ids?: readonly string[] | null;
  readonly partyIds?: readonly string[] | null;
  readonly kinds?: readonly string[] | null;
  readonly eventId?: string | null;
  readonly seriesId?: string | null;
  readonly sourceId?: string | null;
  readonly signed: DayRange;
  readonly on: string;
  readonly status?: AgreementStatus | null;
  /** The last day of the term, if an expiring one is asked for. */
  readonly expiringBy?: string | null;
}

export type AgreementOrder = 'NAME' | 'DATE';

const keyRow = z.object({ id: z.string(), key: z.string() });

/** The ids of agreements, by name or newest first with undated ones last. Shape: at most `limit`, beyond the keys `after`. */
export async function findAgreements(
  database: Database,
  filter: AgreementFilter,
  order: AgreementOrder,
  page: { after?: readonly [string, string]; limit: number },
) {
  const { cypher, params } = buildAgreementQuery(filter);
  const [key, beyond, direction] =
    order === 'NAME' ? ['coalesce(a.nameKey, a.id)', '>', ''] : ["coalesce(nullIf(a.dateKey, '~'), '')", '<', ' DESC'];
  const rows = await database.read(
    `${cypher}
WITH a.id AS id, ${key} AS key
${where(page.after && `(key ${beyond} $afterKey OR (key = $afterKey AND id > $afterId))`)}
RETURN id, key ORDER BY key${direction}, id LIMIT $limit`,
    { ...params, afterKey: page.after?.[0], afterId: page.after?.[1], limit: page.limit },
  );
  return z.array(keyRow).parse(rows);
}

/** How many agreements a filter asks for. */
export async function countAgreements(database: Database, filter: AgreementFilter): Promise<number> {
  const { cypher, params } = buildAgreementQuery(filter);
  const [row] = await database.read(`${cypher}\nRETURN count(a) AS total`, params);
  return Number(row?.total ?? 0);
}

/** A term answers only as far as it is stated: a month's end is its last day, its beginning its first. */
const statusConditions: Record<AgreementStatus, string> = {
  UNKNOWN: 'NOT coalesce(ended, false) AND NOT coalesce(notYet, false) AND NOT coalesce(inForce, false)',
  ENDED: 'ended',
  NOT_YET: 'notYet',
  IN_FORCE: 'inForce',
};

/** The statement that finds agreements as `a`, up to its RETURN. */
export function buildAgreementQuery(filter: AgreementFilter): Statement {
  const { ids, partyIds, kinds, eventId, seriesId, sourceId, signed, on, status, expiringBy } = filter;
  const signedKey = "nullIf(a.dateKey, '~')";
  const cypher = `MATCH (a:Agreement)
${where(
  ids && 'a.id IN $ids',
  partyIds && 'all(id IN $partyIds WHERE EXISTS { (a)-[:PARTY]->(:Organisation {id: id}) })',
  kinds && 'a.kind IN $kinds',
  eventId && 'EXISTS { (a)-[:SIGNED_AT]->(:Event)-[:PART_OF*0..8]->(:Event {id: $eventId}) }',
  seriesId && 'EXISTS { (a)-[:SIGNED_AT]->(:Event)-[:PART_OF*0..8]->(:Event)-[:EDITION_OF]->(:EventSeries {id: $seriesId}) }',
  sourceId && 'EXISTS { MATCH (v:Evidence {factId: a.factId, sourceId: $sourceId}) WHERE v.withdrawnAt IS NULL }',
  ...inRange(signedKey, `coalesce(a.dateEnd, ${signedKey})`, signed),
  expiringBy && `${lastDayOf('a.termTo')} >= $on AND ${lastDayOf('a.termTo')} <= $expiringBy`,
)}
WITH a, ${lastDayOf('a.termTo')} < $on AS ended, ${firstDayOf('a.termFrom')} > $on AS notYet,
  ${lastDayOf('a.termFrom')} <= $on AND ${firstDayOf('a.termTo')} >= $on AS inForce
${where(status && statusConditions[status])}`;
  return { cypher, params: { ids, partyIds, kinds, eventId, seriesId, sourceId, from: signed.from, to: signed.to, on, expiringBy } };
}
