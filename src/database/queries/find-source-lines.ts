import { z } from 'zod';
import type { Database } from '../connect.ts';

const cypher = `
MATCH (s:Source {id: $sourceId})
RETURN s {.filledLines, .fileName, .sha256} AS source,
  COLLECT { MATCH (v:Evidence) WHERE v.sourceId = $sourceId AND v.withdrawnAt IS NULL AND v.lineFrom <= $to AND v.lineTo >= $from
    RETURN v {.factId, .lineFrom, .lineTo} ORDER BY v.lineFrom, v.factId } AS cited,
  COLLECT { MATCH (s)-[:LEFT_OUT]->(l:LeftOut) WHERE l.from <= $to AND l.to >= $from RETURN l {.from, .to, .reason} } AS leftOut`;

const row = z.object({
  source: z.object({
    filledLines: z
      .array(z.string())
      .nullish()
      .transform((list) => list ?? []),
    fileName: z.string().nullish(),
    sha256: z.string().nullish(),
  }),
  cited: z.array(z.object({ factId: z.string(), lineFrom: z.number(), lineTo: z.number() })),
  leftOut: z.array(z.object({ from: z.number(), to: z.number(), reason: z.string() })),
});

/** A source's non-empty lines, and what was read or left out between two of them. */
export type SourceLines = z.output<typeof row>;

/** Reads what stands between two lines of a source. Shape: undefined for an unknown source. */
export async function findSourceLines(database: Database, sourceId: string, from: number, to: number): Promise<SourceLines | undefined> {
  const [found] = await database.read(cypher, { sourceId, from, to });
  return found && row.parse(found);
}
