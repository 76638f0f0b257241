import { countAgreements } from '../../database/queries/find-agreements.ts';
import { countFacts } from '../../database/queries/find-facts.ts';
import { countParticipants } from '../../database/queries/find-participants.ts';
import { countPartnerships } from '../../database/queries/find-partnerships.ts';
import { countTimeline, type TimelineFilter } from '../../database/queries/find-timeline.ts';
import { countEntities, type EntityFilter } from '../../database/queries/list-entities.ts';
import { countRoster } from '../../database/queries/load-roster.ts';
import { todayInShanghai } from '../../domain/agreement-status.ts';
import type { FigureRows } from '../../domain/choose-figures.ts';
import { type GivenLists, readCriteria } from '../../domain/criteria.ts';
import type { EntityKind } from '../../domain/vocabulary.ts';
import { labelsOf } from '../ask-question.ts';
import type { GraphContext } from '../context.ts';
import { questionOf } from './participants.ts';
import { allKinds } from './partnerships.ts';
import { resolveCriteria } from './resolve-criteria.ts';

// biome-ignore lint/suspicious/noExplicitAny: each question has arguments of its own.
type Count = (context: GraphContext, variables: any) => Promise<number>;

const entities =
  (kind: EntityKind): Count =>
  ({ database }, { filter }: { filter?: EntityFilter }) =>
    countEntities(database, kind, filter ?? {});

const counts: Readonly<Record<string, Count>> = {
  people: entities('PERSON'),
  organisations: entities('ORGANISATION'),
  eventSeries: entities('EVENT_SERIES'),
  events: entities('EVENT'),
  works: entities('WORK'),
  projects: entities('PROJECT'),
  honours: entities('HONOUR'),
  places: entities('PLACE'),
  sources: entities('SOURCE'),
  agreements: ({ database }, { filter = {} }) =>
    countAgreements(database, {
      partyIds: filter.partyIds,
      eventId: filter.signedAtEventId,
      seriesId: filter.signedAtSeriesId,
      signed: { from: filter.signedFrom, to: filter.signedTo },
      on: todayInShanghai(),
    }),
  roster: ({ database }, { eventId, participantKinds }: { eventId: string; participantKinds: EntityKind[] }) =>
    countRoster(database, { eventId, includeSubEvents: true, labels: labelsOf(participantKinds) }),
  participants: async (context, { participantKinds, ...lists }: GivenLists & { participantKinds: EntityKind[] }) => {
    const criteria = await resolveCriteria(context, readCriteria(lists));
    return countParticipants(context.database, questionOf(criteria, labelsOf(participantKinds) ?? []));
  },
  partnerships: ({ database }, { organisationId }: { organisationId: string }) =>
    countPartnerships(database, { organisationId, kinds: allKinds }),
  facts: ({ database }, { filter }) => countFacts(database, filter ?? {}),
  timeline: ({ database }, variables: TimelineFilter) => countTimeline(database, variables),
};

/** How many rows a figure's question has, as its `totalCount` says, without reading any. */
export function countRows(context: GraphContext, { field, variables }: FigureRows): Promise<number> {
  const count = counts[field];
  if (!count) throw new Error(`${field} is a figure's question that nothing counts.`);
  return count(context, variables);
}
