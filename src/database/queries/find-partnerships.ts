import { z } from 'zod';
import { type PartnershipKind, partnershipKinds } from '../../domain/partnership-kinds.ts';
import type { Database } from '../connect.ts';
import { cardFields, cardRow } from './card-row.ts';
import { firstDayOf, lastDayOf } from './date-bounds.ts';
import type { Statement } from './statement.ts';

/** Whose partners, by ties of which kinds, on which day. */
export interface PartnershipQuestion {
  readonly organisationId: string;
  readonly kinds: readonly PartnershipKind[];
  readonly on?: string | null;
}

// What the largest page of facts holds.
const mostFacts = 100;

const row = z.object({
  key: z.string(),
  partner: cardRow,
  kinds: z.array(z.string()),
  tieCount: z.number(),
  factIds: z.array(z.string()),
  undated: z.array(z.string()),
});
export type PartnershipRow = z.output<typeof row>;

/** The partners of an organisation, most kinds of tie first, then by name. Shape: at most `limit`, keys above `after`. */
export async function findPartnerships(database: Database, question: PartnershipQuestion, page: { after?: string; limit: number }) {
  const { cypher, params } = buildPartnershipPage(question, page);
  return z.array(row).parse(await database.read(cypher, params));
}

/** How many partners an organisation has. */
export async function countPartnerships(database: Database, question: PartnershipQuestion): Promise<number> {
  const { cypher, params } = buildTies(question);
  const [found] = await database.read(`${cypher}\nRETURN count(DISTINCT p) AS total`, params);
  return Number(found?.total ?? 0);
}

/** How many relationships hang on an organisation that can tie it: a degree, read without walking them. */
export async function countTieEnds(database: Database, { organisationId, kinds }: PartnershipQuestion): Promise<number> {
  const types = kinds.flatMap((kind) => partnershipKinds[kind]).join('|');
  const [found] = await database.read(`MATCH (o:Organisation {id: $organisationId}) RETURN COUNT { (o)<-[:${types}]-() } AS total`, {
    organisationId,
  });
  return Number(found?.total ?? 0);
}

/** The statement for a page. The key puts more kinds first: it begins with how many are lacking. */
export function buildPartnershipPage(question: PartnershipQuestion, { after = '', limit }: { after?: string; limit: number }): Statement {
  const { cypher, params } = buildTies(question);
  return {
    cypher: `${cypher}
WITH DISTINCT p, kind, factId, certain, begin ORDER BY kind, coalesce(begin, '~'), factId
WITH p, collect(DISTINCT kind) AS places, collect(factId) AS factIds, collect(CASE WHEN NOT certain THEN factId END) AS undated
WITH p, places, factIds, undated, (size($kinds) - size(places)) + ' ' + coalesce(p.nameKey, p.id) AS key
WHERE key > $after
RETURN key, ${cardFields('p')} AS partner, [place IN places | $kinds[place]] AS kinds, size(factIds) AS tieCount,
  factIds[..$most] AS factIds, undated[..$most] AS undated
ORDER BY key LIMIT $limit`,
    params: { ...params, after, limit, most: mostFacts },
  };
}

/** A tie stands at the place of its kind, so that sorting by place is sorting by kind. */
function buildTies({ organisationId, kinds, on }: PartnershipQuestion): Statement {
  const direct = kinds.filter((kind) => kind !== 'ORGANISING').flatMap((kind) => partnershipKinds[kind]);
  const parts = [direct.length > 0 && directTies(direct.join('|')), kinds.includes('ORGANISING') && jointTies];
  return {
    cypher: `MATCH (o:Organisation {id: $organisationId})
CALL (o) {
${parts.filter((part) => part !== false).join('\nUNION\n')}
}
${on ? heldOn : 'WITH p, kind, factId, begin, true AS certain'}`,
    params: { organisationId, kinds, on },
  };
}

const kindAt = (kind: string): string => `[place IN range(0, size($kinds) - 1) WHERE $kinds[place] = ${kind}][0]`;

/** One fact that both hang on. `lasting`: nothing can state its end. */
const directTies = (types: string): string => `  MATCH (o)<-[:${types}]-(f:Fact)-[:${types}]->(p:Organisation)
  WHERE p <> o
  RETURN p, f.factId AS factId, ${kindAt('f.factKind')} AS kind, f.termTo AS end, NOT f:Agreement AS lasting,
    f:Agreement AND f.termFrom IS NULL AS open,
    coalesce(f.termFrom, f.since, nullIf(f.dateKey, '~')) AS begin`;

const organising = partnershipKinds.ORGANISING.join('|');

/** Two facts at one event or project, both of which say it. */
const jointTies = `  MATCH (o)<-[own:${organising}]-(s)-[other:${organising}]->(p:Organisation)
  WHERE p <> o AND (s:Event OR s:Project)
  UNWIND [own.factId, other.factId] AS factId
  RETURN p, factId, ${kindAt("'ORGANISING'")} AS kind, coalesce(s.dateEnd, s.dateStart) AS end, false AS lasting, false AS open, s.dateStart AS begin`;

/** What is surely not yet or no more is left out; what is not stated leaves open whether it held. */
const heldOn = `WITH p, kind, factId, begin, coalesce(${firstDayOf('begin')} <= $on, true) AND coalesce(${lastDayOf('end')} >= $on, true) AS possible,
  NOT open AND coalesce(${lastDayOf('begin')} <= $on, false) AND (lasting OR coalesce(${firstDayOf('end')} >= $on, false)) AS certain
WHERE possible
WITH p, kind, factId, begin, certain`;
