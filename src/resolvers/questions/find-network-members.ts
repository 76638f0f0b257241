import type { MeetingScope } from '../../database/queries/find-met-events.ts';
import { findStaff } from '../../database/queries/find-staff.ts';
import { BadInputError, TooBroadError } from '../../domain/errors.ts';
import { sumTies, type TieRule } from '../../domain/meetings/sum-ties.ts';
import { checkNumber, requireEntities, requireEntity } from '../ask-question.ts';
import type { GraphContext } from '../context.ts';
import type { NetworkArguments } from './check-network.ts';
import { findNetworkMeetings, isAsked, narrowing } from './find-network-meetings.ts';

/** Where a network's ties are looked for, and whom it holds whether tied or not; without `members`, all who took part. */
export interface NetworkMembers {
  readonly scope: MeetingScope;
  readonly members?: readonly string[];
  readonly centre?: string;
}

const MOST_PEOPLE = 5_000;
const participants = ['PERSON', 'ORGANISATION'] as const;

/** Reads the scope of a network. */
export async function findNetworkMembers(context: GraphContext, args: NetworkArguments, rule: TieRule): Promise<NetworkMembers> {
  const { seriesId, eventIds, organisationId, entityIds, around } = args.scope;
  if (seriesId) {
    await requireEntity(context, 'seriesId', seriesId, ['EVENT_SERIES']);
    return { scope: { seriesId } };
  }
  if (eventIds) {
    await requireAll(context, 'eventIds', eventIds, ['EVENT']);
    return { scope: { eventIds } };
  }
  if (organisationId) {
    await requireEntity(context, 'organisationId', organisationId, ['ORGANISATION']);
    return among(await findStaff(context.database, organisationId, MOST_PEOPLE + 1), args);
  }
  if (entityIds) {
    await requireAll(context, 'entityIds', entityIds, participants);
    return among(entityIds, args);
  }
  if (!around) throw new BadInputError('scope', 'give exactly one of its fields.');
  await requireEntity(context, 'around', around.id, participants);
  return {
    ...among(await walkFrom(context, around.id, checkNumber('hops', 'hops', around.hops ?? 1, 2), args, rule), args),
    centre: around.id,
  };
}

async function requireAll(context: GraphContext, argument: string, ids: readonly string[], kinds: Parameters<typeof requireEntities>[3]) {
  if (ids.length === 0) throw new BadInputError(argument, 'name at least one.');
  await requireEntities(context, argument, ids, kinds);
}

function among(ids: readonly string[], args: NetworkArguments): NetworkMembers {
  const members = [...new Set(ids)].filter((id) => isAsked(id, args));
  if (members.length > MOST_PEOPLE)
    throw new TooBroadError(narrowing.argument, `more than ${MOST_PEOPLE.toLocaleString('en')} participants. ${narrowing.advice}`);
  return { scope: { participantIds: members, among: true }, members };
}

/** Everyone within so many ties of a participant. */
async function walkFrom(context: GraphContext, id: string, hops: number, args: NetworkArguments, rule: TieRule): Promise<string[]> {
  const reached = new Set([id]);
  let frontier = [id];
  for (let hop = 0; hop < hops && frontier.length > 0; hop++) {
    const { meetings } = await findNetworkMeetings(context, { participantIds: frontier }, args);
    const ties = await sumTies(meetings, rule, { of: new Set(frontier), signal: context.signal });
    frontier = [...new Set(ties.flatMap(({ a, b }) => [a, b]))].filter((one) => !reached.has(one));
    for (const one of frontier) reached.add(one);
  }
  return [...reached];
}
