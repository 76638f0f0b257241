import { type CriterionFacts, findCriterionFacts } from '../../database/queries/find-criterion-facts.ts';
import { findOpenRosters } from '../../database/queries/find-open-rosters.ts';
import { countParticipants, findParticipants, type ParticipantQuestion } from '../../database/queries/find-participants.ts';
import { chooseAnchor, mostPlaces } from '../../domain/choose-anchor.ts';
import { type GivenLists, readCriteria } from '../../domain/criteria.ts';
import { decodeCursor, encodeCursor } from '../../domain/cursors.ts';
import { BadInputError, TooBroadError } from '../../domain/errors.ts';
import { groupBy } from '../../domain/group-by.ts';
import { toPage } from '../../domain/to-page.ts';
import { type EntityKind, entityKinds } from '../../domain/vocabulary.ts';
import { pageSize, requireEntities } from '../ask-question.ts';
import type { GraphContext } from '../context.ts';
import { type ResolvedCriterion, resolveCriteria } from './resolve-criteria.ts';

interface ParticipantsArguments extends GivenLists {
  readonly participantKinds?: readonly EntityKind[] | null;
  readonly amongIds?: readonly string[] | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** `Query.participants`: who took part in all of these, some of those and none of others. */
export async function participants(_root: unknown, args: ParticipantsArguments, context: GraphContext) {
  const [first, [after]] = [pageSize(args.first, 50), decodeCursor(args.after) ?? []];
  const labels = participantLabels(args.participantKinds ?? ['PERSON']);
  const criteria = await resolveCriteria(context, readCriteria(args));
  const question = { ...questionOf(criteria, labels), amongIds: await among(context, args.amongIds) };
  const { database } = context;
  const rows = await findParticipants(database, question, { after: after === undefined ? undefined : String(after), limit: first + 1 });
  const ids = rows.slice(0, first).map((row) => row.participant.id);
  const matchesOf = matchesOfPage(context, ids, criteria);
  const page = toPage({
    rows,
    first,
    after: args.after,
    cursorOf: (row) => encodeCursor(row.key),
    nodeOf: ({ participant }) => ({ participant, matches: () => matchesOf(participant.id) }),
    totalCount: () => countParticipants(database, question),
  });
  return { ...page, openRosters: () => openRosters(context, question) };
}

async function among(context: GraphContext, ids: ParticipantsArguments['amongIds']): Promise<string[] | undefined> {
  if (!ids) return undefined;
  return (await requireEntities(context, 'amongIds', ids, ['PERSON', 'ORGANISATION'])).map(({ id }) => id);
}

function participantLabels(kinds: readonly EntityKind[]): string[] {
  if (kinds.length === 0 || kinds.some((kind) => kind !== 'PERSON' && kind !== 'ORGANISATION'))
    throw new BadInputError('participantKinds', 'takes PERSON, ORGANISATION or both: nothing else takes part.');
  return kinds.map((kind) => entityKinds[kind].label);
}

/** The search begins at the smallest rosters; whatever these say already is not checked again. */
export function questionOf(criteria: readonly ResolvedCriterion[], labels: readonly string[]): ParticipantQuestion {
  const anchor = chooseAnchor(criteria);
  if (anchor.size > mostPlaces)
    throw new TooBroadError(
      'allOf',
      `the smallest rosters named list more than ${mostPlaces}. Add a smaller event, or fewer alternatives.`,
    );
  const others = (list: ResolvedCriterion['list']) => criteria.filter((one) => one.list === list && !anchor.criteria.includes(one));
  return { anchor: anchor.criteria, allOf: others('ALL_OF'), anyOf: others('ANY_OF'), noneOf: others('NONE_OF'), labels };
}

/** What each participant of a page meets, read once for the page and only if asked for. */
function matchesOfPage({ database }: GraphContext, ids: readonly string[], criteria: readonly ResolvedCriterion[]) {
  const positive = criteria.filter(({ list }) => list !== 'NONE_OF');
  let loaded: Promise<Map<string, CriterionFacts[]>> | undefined;
  return async (participantId: string) => {
    loaded ??= findCriterionFacts(database, ids, positive).then((rows) => groupBy(rows, (row) => row.participantId));
    const rows = new Map((await loaded).get(participantId)?.map((row) => [row.argument, row]));
    return positive.flatMap(({ argument, list, index }) => {
      const row = rows.get(argument);
      return row ? [{ list, index, possible: !row.certain, factCount: row.factCount, factIds: row.factIds }] : [];
    });
  };
}

// As many cards as one answer can hold beside its page.
const mostOpen = 1000;

async function openRosters({ database }: GraphContext, { noneOf }: ParticipantQuestion) {
  const open = noneOf.length > 0 ? await findOpenRosters(database, noneOf, mostOpen + 1) : [];
  if (open.length <= mostOpen) return open;
  throw new TooBroadError('noneOf', `more than ${mostOpen} rosters are open. Name fewer events, or leave sub-events out.`);
}
