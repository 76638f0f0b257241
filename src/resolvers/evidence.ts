import type { GraphQLResolveInfo } from 'graphql';
import type { EvidencePart, EvidenceRow } from '../database/queries/asked-evidence.ts';
import { listSaid } from '../domain/statements/list-attributes.ts';
import type { EntityLabel } from '../domain/vocabulary.ts';
import type { Asked } from '../loaders/nodes.ts';
import type { GraphContext } from './context.ts';
import { askedBelow, fieldsAsked } from './fields-asked.ts';
import { keptPerPlace } from './kept-per-place.ts';

const linesOf = ({ lineFrom, lineTo }: EvidenceRow) => ({ from: lineFrom, to: lineTo });

/** Fields of `Evidence`. */
export const evidence = {
  source: async ({ sourceId, source }: EvidenceRow, _args: unknown, { nodes }: GraphContext, info: GraphQLResolveInfo) =>
    (await nodes.load(info, 'Source', sourceId, source ? { ...source, id: sourceId } : undefined)) ?? withdrawnSource(sourceId),
  lines: linesOf,
  passage: (row: EvidenceRow, _args: unknown, { documents }: GraphContext) =>
    documents.passage({ fileName: textOf(row.source?.fileName), sha256: textOf(row.source?.sha256) }, linesOf(row)),
  said: ({ said }: EvidenceRow) => listSaid(JSON.parse(said ?? '{}')),
};

/** What is left of a document that was withdrawn: its id, which stands for its name too. */
const withdrawnSource = (id: string) => ({ id, name: id, aliases: [], filledLines: [], outlet: [], authors: [], statements: [] });

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const takenBy: Readonly<Record<string, EvidencePart>> = {
  lines: { own: ['lineFrom', 'lineTo'], source: [] },
  passage: { own: ['lineFrom', 'lineTo'], source: ['fileName', 'sha256'] },
  source: { own: ['sourceId'], source: [] },
  withdrawnAt: { own: [], source: [] },
  __typename: { own: [], source: [] },
};

const keep = keptPerPlace<EvidencePart | undefined>();

/** What a question takes of the evidence of facts that stand at this path below a field. Shape: undefined where it asks none. */
export const evidenceBelow = (info: GraphQLResolveInfo, context: GraphContext, ...path: string[]): EvidencePart | undefined =>
  keep(info, path.join('.'), () => evidenceAsked(askedBelow(info, path), context));

function evidenceAsked(facts: Asked, { propertiesAsked }: GraphContext): EvidencePart | undefined {
  const asked = askedBelow(facts, ['evidence']);
  if (asked.fieldNodes.length === 0) return undefined;
  const taken = fieldsAsked(asked).map(({ name }) => takenBy[name.value] ?? { own: [name.value], source: [] });
  const ofSource = propertiesAsked(askedBelow(asked, ['source']), 'Source' satisfies EntityLabel) ?? [];
  return {
    own: [...new Set(taken.flatMap(({ own }) => own))],
    source: [...new Set([...taken.flatMap(({ source }) => source), ...ofSource])].filter((name) => name !== 'id'),
  };
}

/** The evidence of a fact, where it was not read with it. */
export const evidenceOfFact = async (
  { factId, evidence: known }: { readonly factId: string; readonly evidence?: readonly EvidenceRow[] | undefined },
  _args: unknown,
  { loaders }: GraphContext,
): Promise<readonly EvidenceRow[]> => known ?? (await loaders.evidenceByFact.load(factId))?.evidence ?? [];
