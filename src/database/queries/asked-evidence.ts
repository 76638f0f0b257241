import type { Row } from '../connect.ts';
import { nameValues, valuesOf } from './named-values.ts';

/** What a question takes of evidence: properties of its own, and of its source. */
export interface EvidencePart {
  readonly own: readonly string[];
  readonly source: readonly string[];
}

/** What speaks for or against a fact, with what was asked of it. */
export interface EvidenceRow {
  readonly id: string;
  readonly factId: string;
  readonly sourceId: string;
  readonly lineFrom: number;
  readonly lineTo: number;
  readonly certainty: string;
  readonly stance: string;
  /** JSON, where it says more than the fact's identity. */
  readonly said?: string | null;
  readonly recordedAt: string;
  readonly withdrawnAt: string | null;
  /** Null where the document itself is withdrawn. */
  readonly source: Readonly<Row> | null;
}

/** All of it. */
export const wholeEvidence: EvidencePart = {
  own: ['id', 'factId', 'sourceId', 'lineFrom', 'lineTo', 'certainty', 'stance', 'said', 'recordedAt'],
  source: ['fileName', 'sha256'],
};

/** What of a fact's evidence a parameter with an `EvidencePart` asks, by published date, source and line: read by `askedEvidence`. */
export const evidenceOf = (factId: string, asked: string): string => `COLLECT {
    MATCH (v:Evidence {factId: ${factId}})
    OPTIONAL MATCH (v)-[:IN]->(s:Source)
    RETURN [toString(v.withdrawnAt), [name IN ${asked}.own | CASE name WHEN 'recordedAt' THEN toString(v.recordedAt) ELSE v[name] END],
      CASE WHEN s IS NOT NULL THEN ${valuesOf('s', `${asked}.source`)} END]
    ORDER BY coalesce(s.dateStart, '~'), v.sourceId, v.lineFrom, v.lineTo, v.id
  }`;

/** Reads what `evidenceOf` brings: the living evidence, or all of it where none lives any more. */
export function askedEvidence(found: unknown, { own, source }: EvidencePart): EvidenceRow[] {
  const rows = found as [withdrawnAt: string | null, own: unknown[], source: unknown[] | null][];
  const living = rows.filter(([withdrawnAt]) => withdrawnAt === null);
  return (living.length > 0 ? living : rows).map(
    ([withdrawnAt, values, ofSource]) =>
      ({ ...nameValues(own, values), withdrawnAt, source: ofSource && nameValues(source, ofSource) }) as unknown as EvidenceRow,
  );
}
