import type { DateMatch } from '../../database/queries/date-bounds.ts';
import { type AgreementFilter, type AgreementOrder, countAgreements, findAgreements } from '../../database/queries/find-agreements.ts';
import { type AgreementStatus, addDays, todayInShanghai } from '../../domain/agreement-status.ts';
import { decodeCursor, encodeCursor } from '../../domain/cursors.ts';
import { BadInputError } from '../../domain/errors.ts';
import { toPage } from '../../domain/to-page.ts';
import { checkPhrase, checkRange, pageSize, requireEntities } from '../ask-question.ts';
import type { GraphContext } from '../context.ts';
import { findHits } from './find-hits.ts';

interface AgreementConditions {
  readonly ids?: readonly string[] | null;
  readonly partyIds?: readonly string[] | null;
  readonly kinds?: readonly string[] | null;
  readonly text?: string | null;
  readonly signedAtEventId?: string | null;
  readonly signedAtSeriesId?: string | null;
  readonly sourceId?: string | null;
  readonly signedFrom?: string | null;
  readonly signedTo?: string | null;
  readonly dates?: DateMatch | null;
  readonly statusOn?: { readonly date?: string | null; readonly status: AgreementStatus } | null;
  readonly expiringWithinDays?: number | null;
}

interface AgreementsArguments {
  readonly filter?: AgreementConditions | null;
  readonly orderBy?: AgreementOrder | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** `Query.agreements`: agreements by parties, kind, signing and stated term. */
export async function agreements(_root: unknown, args: AgreementsArguments, context: GraphContext) {
  const [first, order, conditions] = [pageSize(args.first, 20), args.orderBy ?? 'NAME', args.filter ?? {}];
  const after = decodeCursor(args.after, 2)?.map(String) as [string, string] | undefined;
  await checkConditions(conditions, context);
  const filter = await filterOf(conditions, context);
  const keys = await findAgreements(context.database, filter, order, { after, limit: first + 1 });
  return toPage({
    rows: keys,
    first,
    after: args.after,
    cursorOf: (row) => encodeCursor(row.key, row.id),
    nodeOf: (row) => ({ id: row.id }),
    totalCount: () => countAgreements(context.database, filter),
  });
}

async function checkConditions(given: AgreementConditions, context: GraphContext): Promise<void> {
  checkRange(given.signedFrom, given.signedTo, 'filter.signedTo');
  checkPhrase('filter.text', given.text ?? '', context.limits);
  const days = given.expiringWithinDays ?? 0;
  if (days < 0 || days > 36_500) throw new BadInputError('filter.expiringWithinDays', 'must lie between 0 and 36500.');
  await Promise.all([
    requireEntities(context, 'filter.ids', given.ids ?? [], ['AGREEMENT']),
    requireEntities(context, 'filter.partyIds', given.partyIds ?? [], ['ORGANISATION']),
    requireEntities(context, 'filter.signedAtEventId', [given.signedAtEventId ?? []].flat(), ['EVENT']),
    requireEntities(context, 'filter.signedAtSeriesId', [given.signedAtSeriesId ?? []].flat(), ['EVENT_SERIES']),
    requireEntities(context, 'filter.sourceId', [given.sourceId ?? []].flat(), ['SOURCE']),
  ]);
}

async function filterOf(given: AgreementConditions, context: GraphContext): Promise<AgreementFilter> {
  const on = given.statusOn?.date ?? todayInShanghai();
  const days = given.expiringWithinDays;
  const found = given.text ? ((await findHits(context, [given.text], ['AGREEMENT'], false))[0] ?? []).map((hit) => hit.entity.id) : null;
  return {
    ids: found && given.ids ? found.filter((id) => given.ids?.includes(id)) : (found ?? given.ids),
    partyIds: given.partyIds,
    kinds: given.kinds,
    eventId: given.signedAtEventId,
    seriesId: given.signedAtSeriesId,
    sourceId: given.sourceId,
    signed: { from: given.signedFrom, to: given.signedTo, dates: given.dates },
    on,
    status: given.statusOn?.status,
    expiringBy: days === null || days === undefined ? null : addDays(on, days),
  };
}
