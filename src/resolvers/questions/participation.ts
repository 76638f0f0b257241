import type { GraphQLResolveInfo } from 'graphql';
import { findParticipation } from '../../database/queries/find-participation.ts';
import { loadRosterHead, type RosterHead } from '../../database/queries/load-roster-head.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { type EventRole, eventRoles } from '../../domain/vocabulary.ts';
import { checkKind, requireEntity } from '../ask-question.ts';
import type { GraphContext } from '../context.ts';
import { evidenceBelow } from '../evidence.ts';
import { factsOfIds } from './load-fact-list.ts';

interface ParticipationArguments {
  readonly participantId: string;
  readonly eventId: string;
  readonly includeSubEvents?: boolean | null;
}

type Saying = Awaited<ReturnType<typeof findParticipation>>[number];

/** `Query.participation`: whether someone took part; no only where a source says so, or the roster is said to be complete. */
export async function participation(
  _root: unknown,
  { participantId, eventId, includeSubEvents }: ParticipationArguments,
  context: GraphContext,
  info: GraphQLResolveInfo,
) {
  checkKind('eventId', eventId, ['EVENT']);
  const [, head, said] = await Promise.all([
    requireEntity(context, 'participantId', participantId, ['PERSON', 'ORGANISATION']),
    loadRosterHead(context.database, eventId, includeSubEvents ?? true),
    findParticipation(context.database, participantId, eventId, includeSubEvents ?? true),
  ]);
  if (!head) throw new NotFoundError('eventId');
  const { answer, factIds } = judge(said, head);
  const facts = await factsOfIds(context, factIds, evidenceBelow(info, context, 'facts'));
  return { answer, facts, completeness: head.completeness };
}

/** A part that does not imply presence says neither yes nor no. */
function judge(said: readonly Saying[], { completeness, statusFactIds }: RosterHead): { answer: string; factIds: readonly string[] } {
  const present = said.filter(({ role }) => role !== null && eventRoles[role as EventRole].present);
  const absent = said.filter(({ role }) => role === null);
  const factIds = [...present, ...absent].map(({ factId }) => factId);
  if (present.length > 0) return { answer: 'YES', factIds };
  if (absent.length > 0) return { answer: 'NO', factIds };
  return completeness === 'COMPLETE' ? { answer: 'NO', factIds: statusFactIds } : { answer: 'NOT_RECORDED', factIds: [] };
}
