import { z } from 'zod';
import type { LineSpan } from '../../domain/lines.ts';
import type { Database } from '../connect.ts';
import { type Statement, where } from './statement.ts';

/** Which facts to list; all given conditions hold together. */
export interface FactFilter {
  readonly entityIds?: readonly string[] | null;
  readonly sourceId?: string | null;
  readonly kinds?: readonly string[] | null;
  readonly certainty?: readonly string[] | null;
  readonly lines?: LineSpan | null;
  readonly singleSource?: boolean | null;
  readonly disputed?: boolean | null;
  readonly includeWithdrawn?: boolean | null;
}

/** Where in a list to go on, and how far. `after` is the last key of the page before. */
export interface KeyPage {
  readonly after?: string;
  readonly limit: number;
}

const keyRow = z.object({ factId: z.string(), key: z.string() });
export type FactKey = z.output<typeof keyRow>;

/** The ids of the facts a filter asks for, by source, line and id. Shape: at most `limit`, keys above `after`. */
export async function findFacts(database: Database, filter: FactFilter, page: KeyPage): Promise<FactKey[]> {
  const { cypher, params } = buildFactQuery(filter, page);
  return z.array(keyRow).parse(await database.read(cypher, params));
}

/** How many facts a filter asks for. */
export async function countFacts(database: Database, filter: FactFilter): Promise<number> {
  const { cypher, params } = buildFactQuery(filter);
  const [row] = await database.read(`CALL () { ${cypher} } RETURN count(*) AS total`, params);
  return Number(row?.total ?? 0);
}

/** The statement for a filter; without a page all of it. */
export function buildFactQuery(filter: FactFilter, page?: KeyPage): Statement {
  const withdrawn = filter.includeWithdrawn ? `\nUNION\n${withdrawnFacts(filter)}` : '';
  const { entityIds, sourceId, kinds, certainty, lines, singleSource, disputed } = filter;
  return {
    cypher: `CALL () { ${livingFacts(filter)}${withdrawn} }
RETURN factId, key${page ? ' ORDER BY key LIMIT $limit' : ''}`,
    params: {
      entityIds,
      sourceId,
      kinds,
      certainty,
      lineFrom: lines?.from,
      lineTo: lines?.to,
      singleSource,
      disputed,
      after: page?.after ?? '',
      limit: page?.limit ?? 0,
    },
  };
}

function livingFacts(filter: FactFilter): string {
  const { anchor, conditions } = anchorOf(filter);
  return `${anchor}
${where(
  ...conditions,
  'f.docKey > $after',
  filter.kinds && 'f.factKind IN $kinds',
  filter.certainty && 'f.certainty IN $certainty',
  typeof filter.singleSource === 'boolean' && '(f.sources = 1) = $singleSource',
  typeof filter.disputed === 'boolean' && 'coalesce(f.disputed, false) = $disputed',
)}
RETURN DISTINCT f.factId AS factId, f.docKey AS key`;
}

/** The narrowest way in: an entity's ends, a source's evidence, or all facts in order. */
function anchorOf({ entityIds, sourceId, lines }: FactFilter): { anchor: string; conditions: string[] } {
  const said = sourceId ? [`EXISTS { MATCH (v:Evidence {factId: f.factId}) ${saidThere(lines)} }`] : [];
  if (entityIds) return { anchor: 'MATCH (f:Fact)-[r:END]->()', conditions: ['r.entityId IN $entityIds', 'r.docKey > $after', ...said] };
  if (sourceId) return { anchor: `MATCH (v:Evidence) ${saidThere(lines)}\nMATCH (f:Fact {factId: v.factId})`, conditions: [] };
  return { anchor: 'MATCH (f:Fact)', conditions: [] };
}

const saidThere = (lines: LineSpan | null | undefined): string =>
  where('v.sourceId = $sourceId', 'v.withdrawnAt IS NULL', lines && 'v.lineFrom <= $lineTo AND v.lineTo >= $lineFrom');

/** Withdrawn facts have no ends in the graph: their content names the entities. */
function withdrawnFacts({ entityIds, sourceId, kinds, certainty, lines, singleSource, disputed }: FactFilter): string {
  const spoke =
    sourceId &&
    `EXISTS { MATCH (v:Evidence {factId: w.factId}) ${where('v.sourceId = $sourceId', lines && 'v.lineFrom <= $lineTo AND v.lineTo >= $lineFrom')} }`;
  return `MATCH (w:WithdrawnFact)
${where(
  'w.docKey > $after',
  kinds && 'w.factKind IN $kinds',
  entityIds && `any(id IN $entityIds WHERE w.content CONTAINS '"id":"' + id + '"')`,
  certainty && `any(word IN $certainty WHERE w.content CONTAINS '"certainty":"' + word + '"')`,
  typeof singleSource === 'boolean' && `(w.content CONTAINS '"sources":1,' OR w.content CONTAINS '"sources":1}') = $singleSource`,
  typeof disputed === 'boolean' && `(w.content CONTAINS '"disputed":true') = $disputed`,
  spoke,
)}
RETURN w.factId AS factId, w.docKey AS key`;
}
