import type { EventRole } from '../../domain/vocabulary.ts';
import { eventRoles } from '../../domain/vocabulary.ts';
import type { Database } from '../connect.ts';
import { type AskedCard, askedCard, askedNames } from './card-row.ts';
import { type HeldRoleRow, heldRole, type RolePart, returnHeldRole, rolesParameter } from './held-role.ts';
import { matchRosterHead, type RosterHead, returnRosterHead, rosterHead } from './load-roster-head.ts';
import { valuesOf } from './named-values.ts';
import { matchRolesAt } from './roster-place.ts';
import { type Statement, where } from './statement.ts';

export type RosterOrder = 'ROLE_THEN_NAME' | 'NAME' | 'PRINTED';

/** Whose roster, and who of it. */
export interface RosterFilter {
  readonly eventId: string;
  readonly includeSubEvents: boolean;
  readonly roles?: readonly EventRole[] | null;
  readonly labels?: readonly string[] | null;
}

const orderKeys: Record<RosterOrder, string> = { ROLE_THEN_NAME: 'roleKey', NAME: 'nameKey', PRINTED: 'printedKey' };

/** The roles that imply presence, highest first. */
export const presentRoles = (Object.keys(eventRoles) as EventRole[]).filter((role) => eventRoles[role].present);

/** What a question takes of a roster: properties of participants, and of what their roles name. */
export interface RosterPart {
  readonly participant: readonly string[];
  readonly roles: RolePart;
}

/** A participant with what was asked of them. */
export interface RosterEntryRow {
  readonly key: string;
  readonly participant: AskedCard;
  readonly roles: readonly HeldRoleRow[];
}

/** What is said of a roster, and one page of it. */
export interface RosterPage extends RosterHead {
  readonly rows: readonly RosterEntryRow[];
}

/**
 * One page of a roster, each participant once with all roles asked for. Shape: at most `limit`, keys above `after`; undefined for an
 * unknown event.
 */
export async function loadRoster(
  database: Database,
  filter: RosterFilter,
  order: RosterOrder,
  page: { after?: string; limit: number },
  asked: RosterPart,
): Promise<RosterPage | undefined> {
  const { cypher, params } = buildRosterQuery(filter, order, page, asked);
  const [row] = await database.read(cypher, params);
  return row && { ...rosterHead(row), rows: (row.entries as EntryValues[]).map((values) => readEntry(values, asked)) };
}

type EntryValues = [key: string, participant: unknown[], held: unknown[][]];

const readEntry = ([key, participant, held]: EntryValues, asked: RosterPart): RosterEntryRow => ({
  key,
  participant: askedCard(asked.participant, participant) as AskedCard,
  roles: held.map((values) => heldRole(values, asked.roles)),
});

/** How many participants a roster lists under a filter. */
export async function countRoster(database: Database, filter: RosterFilter): Promise<number> {
  // The key's condition lets the index be used.
  const { match, params } = matchEntries(filter, "r.roleKey > ''");
  const [row] = await database.read(`${match}\nRETURN count(r) AS total`, params);
  return Number(row?.total ?? 0);
}

/** The statement for a page: seeks in the order of the key, so that a page of a large roster costs what one of a small one does. */
export function buildRosterQuery(
  filter: RosterFilter,
  order: RosterOrder,
  { after = '', limit }: { after?: string; limit: number },
  asked: RosterPart,
): Statement {
  const key = `r.${orderKeys[order]}`;
  const { match, params } = matchEntries(filter, `${key} > $after`);
  const cypher = `${matchRosterHead}
${returnRosterHead(filter.includeSubEvents)},
  COLLECT {
${match}
  WITH p, r ORDER BY r.eventId, ${key} LIMIT $limit
  RETURN [${key}, ${valuesOf('p', '$participant')}, COLLECT {
    ${matchRolesAt('r')} AND h.role IN $counted
    ${returnHeldRole(asked.roles)}
  }] ORDER BY ${key}
  } AS entries`;
  return { cypher, params: { ...params, after, limit, participant: askedNames(asked.participant), roles: rolesParameter(asked.roles) } };
}

function matchEntries(
  { eventId, includeSubEvents, roles, labels }: RosterFilter,
  ...more: string[]
): { match: string; params: Record<string, unknown> } {
  const type = includeSubEvents ? 'ON_ROSTER' : 'ON_OWN_ROSTER';
  const match = `MATCH (p)-[r:${type}]->()
${where('r.eventId = $eventId', ...more, roles ? 'any(role IN r.roles WHERE role IN $counted)' : 'r.present', labels && 'any(label IN labels(p) WHERE label IN $labels)')}`;
  return { match, params: { eventId, counted: roles ?? presentRoles, labels } };
}
