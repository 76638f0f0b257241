import { countPartnerships, countTieEnds, findPartnerships, type PartnershipQuestion } from '../../database/queries/find-partnerships.ts';
import { decodeCursor, encodeCursor } from '../../domain/cursors.ts';
import { BadInputError, TooBroadError } from '../../domain/errors.ts';
import type { FactKind } from '../../domain/facts.ts';
import { isPartnershipKind, type PartnershipKind, partnershipKinds } from '../../domain/partnership-kinds.ts';
import { toPage } from '../../domain/to-page.ts';
import { pageSize, requireEntity } from '../ask-question.ts';
import type { GraphContext } from '../context.ts';

interface PartnershipsArguments {
  readonly organisationId: string;
  readonly on?: string | null;
  readonly kinds?: readonly FactKind[] | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

// To find who has most kinds of tie, all ties must be looked at.
const mostTieEnds = 20_000;

/** All kinds of tie that make partners, in the order they are given in. */
export const allKinds = Object.keys(partnershipKinds) as PartnershipKind[];

/** `Query.partnerships`: the organisations tied to one, most kinds of tie first. */
export async function partnerships(_root: unknown, args: PartnershipsArguments, context: GraphContext) {
  const [first, [after]] = [pageSize(args.first, 50), decodeCursor(args.after) ?? []];
  const question = { organisationId: args.organisationId, on: args.on, kinds: readKinds(args.kinds) };
  await requireEntity(context, 'organisationId', args.organisationId, ['ORGANISATION']);
  await refuseHub(context, question);
  const rows = await findPartnerships(context.database, question, {
    after: after === undefined ? undefined : String(after),
    limit: first + 1,
  });
  return toPage({
    rows,
    first,
    after: args.after,
    cursorOf: (row) => encodeCursor(row.key),
    nodeOf: (row) => row,
    totalCount: () => countPartnerships(context.database, question),
  });
}

function readKinds(given: readonly FactKind[] | null | undefined): PartnershipKind[] {
  if (!given) return allKinds;
  if (given.length === 0) throw new BadInputError('kinds', 'names no kind. Leave it out for all.');
  const stranger = given.find((kind) => !isPartnershipKind(kind));
  if (stranger) throw new BadInputError('kinds', `takes ${allKinds.join(', ')}, not ${stranger}.`);
  return allKinds.filter((kind) => given.includes(kind));
}

async function refuseHub({ database }: GraphContext, question: PartnershipQuestion): Promise<void> {
  if ((await countTieEnds(database, question)) > mostTieEnds)
    throw new TooBroadError('organisationId', `more than ${mostTieEnds} facts tie it. Narrow them by kinds.`);
}
