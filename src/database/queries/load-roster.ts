import { z } from 'zod';
import type { EventRole } from '../../domain/vocabulary.ts';
import { eventRoles } from '../../domain/vocabulary.ts';
import type { Database } from '../connect.ts';
import { cardFields, cardRow } from './card-row.ts';
import { heldRoleRow, returnHeldRole } from './held-role.ts';
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

const entryRow = z.object({ key: z.string(), participant: cardRow, roles: z.array(heldRoleRow) });
export type RosterEntryRow = z.output<typeof entryRow>;

/** One page of a roster, each participant once with all roles asked for. Shape: at most `limit`, keys above `after`. */
export async function loadRoster(
  database: Database,
  filter: RosterFilter,
  order: RosterOrder,
  page: { after?: string; limit: number },
): Promise<RosterEntryRow[]> {
  const { cypher, params } = buildRosterQuery(filter, order, page);
  return z.array(entryRow).parse(await database.read(cypher, params));
}

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
): Statement {
  const key = `r.${orderKeys[order]}`;
  const { match, params } = matchEntries(filter, `${key} > $after`);
  const cypher = `${match}
WITH p, r ORDER BY r.eventId, ${key} LIMIT $limit
RETURN ${key} AS key, ${cardFields('p')} AS participant,
  COLLECT {
  ${matchRolesAt('r')} AND h.role IN $roles
    ${returnHeldRole}
  } AS roles
ORDER BY key`;
  return { cypher, params: { ...params, after, limit } };
}

function matchEntries(
  { eventId, includeSubEvents, roles, labels }: RosterFilter,
  ...more: string[]
): { match: string; params: Record<string, unknown> } {
  const type = includeSubEvents ? 'ON_ROSTER' : 'ON_OWN_ROSTER';
  const match = `MATCH (p)-[r:${type}]->()
${where('r.eventId = $eventId', ...more, roles ? 'any(role IN r.roles WHERE role IN $roles)' : 'r.present', labels && 'any(label IN labels(p) WHERE label IN $labels)')}`;
  return { match, params: { eventId, roles: roles ?? presentRoles, labels } };
}
