import { z } from 'zod';
import type { Database } from '../connect.ts';
import { cardFields, cardRow } from './card-row.ts';
import { type Statement, where } from './statement.ts';

export type RosterType = 'ON_ROSTER' | 'ON_OWN_ROSTER';

/** A condition that a place on one of these events' rosters meets. */
export interface RosterCondition {
  readonly roster: RosterType;
  readonly eventIds: readonly string[];
  readonly roles: readonly string[];
}

/** Whom to look for. Everyone found stands on a roster of `anchor`, which is all of `anyOf` or one that all must meet. */
export interface ParticipantQuestion {
  readonly anchor: readonly RosterCondition[];
  readonly allOf: readonly RosterCondition[];
  readonly anyOf: readonly RosterCondition[];
  readonly noneOf: readonly RosterCondition[];
  readonly labels: readonly string[];
  /** Only these; anyone where there is no list. */
  readonly amongIds?: readonly string[];
}

const row = z.object({ key: z.string(), participant: cardRow });
export type ParticipantRow = z.output<typeof row>;

/** Those who meet all conditions, by name. Shape: at most `limit`, keys above `after`. */
export async function findParticipants(database: Database, question: ParticipantQuestion, page: { after?: string; limit: number }) {
  const { cypher, params } = buildParticipantPage(question, page);
  return z.array(row).parse(await database.read(cypher, params));
}

/** How many meet all conditions. */
export async function countParticipants(database: Database, question: ParticipantQuestion): Promise<number> {
  const { cypher, params } = buildMatch(question, '');
  const [found] = await database.read(`${cypher}\nRETURN count(DISTINCT p) AS total`, params);
  return Number(found?.total ?? 0);
}

/** The statement for a page. */
export function buildParticipantPage(question: ParticipantQuestion, { after = '', limit }: { after?: string; limit: number }): Statement {
  const { cypher, params } = buildMatch(question, after);
  return { cypher: `${cypher}\nRETURN key, ${cardFields('p')} AS participant ORDER BY key LIMIT $limit`, params: { ...params, limit } };
}

function buildMatch({ anchor, allOf, anyOf, noneOf, labels, amongIds }: ParticipantQuestion, after: string): Statement {
  const places = anchor.flatMap(({ roster, eventIds, roles }) => eventIds.map((eventId) => ({ roster, eventId, roles })));
  const conditions = where(
    'any(label IN labels(p) WHERE label IN $labels)',
    allOf.length > 0 && `all(c IN $allOf WHERE ${met})`,
    anyOf.length > 0 && `any(c IN $anyOf WHERE ${met})`,
    noneOf.length > 0 && `none(c IN $noneOf WHERE ${met})`,
  );
  const [only, ...more] = places;
  const rosters = [...new Set(places.map(({ roster }) => roster))];
  const keys = amongIds ? 'IN amongKeys' : '> $after';
  const match = only && more.length === 0 ? oneRoster(only.roster, keys) : severalRosters(rosters, keys);
  return {
    cypher: `${amongIds ? among : ''}${match}\n${conditions}`,
    params: { places, place: only, allOf, anyOf, noneOf, labels, amongIds, after },
  };
}

const met = `EXISTS {
    MATCH (p)-[x:ON_ROSTER|ON_OWN_ROSTER]->()
    WHERE x.eventId IN c.eventIds AND type(x) = c.roster AND any(role IN x.roles WHERE role IN c.roles) }`;

/** A few people are looked up by their keys, for a roster may have many more. */
const among = `MATCH (one:Entity) WHERE one.id IN $amongIds AND one.nameKey > $after
WITH collect(one.nameKey) AS amongKeys
`;

const onRoster = (roster: RosterType, place: string, keys: string): string => `MATCH (p)-[r:${roster}]->()
WHERE r.eventId = ${place}.eventId AND r.nameKey ${keys} AND any(role IN r.roles WHERE role IN ${place}.roles)`;

/** Read in the order of the index, so that a page stops when it is full. */
const oneRoster = (roster: RosterType, keys: string): string => `${onRoster(roster, '$place', keys)}
WITH p, r.nameKey AS key ORDER BY r.eventId, r.nameKey`;

const severalRosters = (rosters: readonly RosterType[], keys: string): string => `UNWIND $places AS place
CALL (*) {
${(rosters.length > 0 ? rosters : (['ON_ROSTER'] as const))
  .map((roster) => `${onRoster(roster, 'place', keys)} AND place.roster = '${roster}'\nRETURN p, r.nameKey AS key`)
  .join('\nUNION ALL\n')}
}
WITH DISTINCT p, key`;
