import type { GraphQLResolveInfo } from 'graphql';
import type { EvidenceRow } from '../database/queries/load-evidence.ts';
import { listSaid } from '../domain/statements/list-attributes.ts';
import type { GraphContext } from './context.ts';

const linesOf = ({ lineFrom, lineTo }: EvidenceRow) => ({ from: lineFrom, to: lineTo });

/** Fields of `Evidence`. */
export const evidence = {
  source: (row: EvidenceRow, _args: unknown, { nodes }: GraphContext, info: GraphQLResolveInfo) => nodes.load(info, 'Source', row.sourceId),
  lines: linesOf,
  passage: (row: EvidenceRow, _args: unknown, { documents }: GraphContext) => documents.passage(row, linesOf(row)),
  said: (row: EvidenceRow) => listSaid(row.said),
};
