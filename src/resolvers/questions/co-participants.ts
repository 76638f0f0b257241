import { countMetEvents, findMetEvents, type MeetingFilter } from '../../database/queries/find-met-events.ts';
import { decodeCursor, encodeCursor } from '../../domain/cursors.ts';
import { type CoParticipant, rankCoParticipants } from '../../domain/meetings/rank-co-participants.ts';
import { selectEvents } from '../../domain/meetings/select-events.ts';
import { explainFormula, type Weighting } from '../../domain/meetings/weighting.ts';
import type { Language } from '../../domain/statements/fact-content.ts';
import { toPage } from '../../domain/to-page.ts';
import { pageSize, requireEntity } from '../ask-question.ts';
import type { GraphContext } from '../context.ts';
import { checkMeetings } from './check-meetings.ts';
import { loadMeetings } from './load-meetings.ts';

/** The arguments of `Query.coParticipants`. */
export interface CoParticipantArguments extends MeetingFilter {
  readonly participantId: string;
  readonly weighting?: Weighting | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

const MOST_EVENTS = 500;
const MOST_FOUND = 5_000;
const narrowing = { argument: 'participantId', advice: 'Narrow them by from, to or roles.' };

/** `Query.coParticipants`: with whom someone took part in events, the heaviest weight first. */
export async function coParticipants(_root: unknown, args: CoParticipantArguments, context: GraphContext) {
  checkMeetings(args);
  const first = pageSize(args.first, 20);
  const after = decodeCursor(args.after, 2);
  const { participantId } = args;
  const scope = { participantIds: [participantId] };
  const weighting = args.weighting ?? 'SIZE_AND_ROLE';
  const [, events] = await Promise.all([
    requireEntity(context, 'participantId', participantId, ['PERSON', 'ORGANISATION']),
    findMetEvents(context.database, scope, args, MOST_FOUND),
  ]);
  const isCut = events.length === MOST_FOUND;
  const unread = isCut ? (await countMetEvents(context.database, scope, args)) - events.filter(({ asked }) => asked).length : 0;
  const selection = selectEvents(events, narrowing, MOST_EVENTS);
  const ranked = rankCoParticipants(await loadMeetings(context, selection, args), participantId, weighting);
  const beyond = after ? ranked.filter((row) => isBeyond(row, Number(after[0]), String(after[1]))) : ranked;
  const page = toPage({
    rows: beyond.slice(0, first + 1),
    first,
    after: args.after,
    cursorOf: (row) => encodeCursor(row.weight, row.nameKey),
    nodeOf: (row) => ({ ...row, asked: args }),
    totalCount: () => ranked.length,
  });
  return {
    ...page,
    skippedEvents: selection.skipped + unread,
    formula: ({ lang }: { lang?: Language | null }) => explainFormula(weighting, lang ?? 'ZH'),
  };
}

/** A name key ends in the id, so that no two rows have equal keys. */
const isBeyond = (row: CoParticipant, weight: number, nameKey: string): boolean =>
  row.weight < weight || (row.weight === weight && row.nameKey > nameKey);
