import { parseDateBlock } from '../domain/dates.ts';
import { type FactSpec, factSpec } from '../domain/facts.ts';
import type { Certainty, Stance } from '../domain/vocabulary.ts';
import type { Identity, SaidEnd, SaidValue } from './plan.ts';

/** Living evidence as folding needs it. */
export interface LivingEvidence {
  readonly id: string;
  readonly factId: string;
  readonly sourceId: string;
  /** The hash of the document's bytes: a repost of the same text is the same witness. */
  readonly sha256?: string | null;
  /** The source's published date, or `~`. */
  readonly published: string;
  readonly lineFrom: number;
  readonly certainty: Certainty;
  readonly stance: Stance;
  readonly said: Readonly<Record<string, SaidValue>>;
}

/** One tie of a fact to an entity. */
export interface FactTie {
  readonly part: string;
  readonly entity: string;
  readonly carried: Readonly<Record<string, string>>;
}

/** What a fact is, given everything living that speaks for it. */
export interface FactState {
  readonly ties: readonly FactTie[];
  readonly properties: Readonly<Record<string, SaidValue>>;
  readonly certainty: Certainty;
  /** Disputed by its own evidence; other facts can dispute it too. */
  readonly contested: boolean;
  /** How many different documents support it. */
  readonly sources: number;
  readonly docKey: string;
  /** Where its first evidence stands among all: published date, source, line. */
  readonly orderKey: string;
}

const strength: readonly Certainty[] = ['EXPLICIT', 'IMPLIED', 'AMBIGUOUS'];
const orderKey = (row: LivingEvidence): string => `${row.published}|${row.sourceId}|${String(row.lineFrom).padStart(9, '0')}`;

/**
 * Folds a fact's living evidence into its state: each property as the first supporting source has it (published date, source, line),
 * so that neither the order of imports nor a withdrawal leaves a trace.
 * Shape: null when nothing living supports it.
 */
export function foldFact(factId: string, identity: Identity, evidence: readonly LivingEvidence[]): FactState | null {
  // Two pieces of one line go by their ids, for the database promises no order.
  const place = (row: LivingEvidence) => `${orderKey(row)}|${row.id}`;
  const ordered = [...evidence].sort((a, b) => (place(a) < place(b) ? -1 : 1));
  const supporting = ordered.filter((row) => row.stance === 'SUPPORTS');
  const [first] = supporting;
  if (!first) return null;
  const spec: FactSpec = factSpec(identity.type);
  const said = firstOfEach(supporting);
  return {
    ties: tiesOf(identity, spec, said),
    properties: propertiesOf(identity, spec, said),
    certainty: strength.find((level) => supporting.some((row) => row.certainty === level)) ?? first.certainty,
    contested: supporting.length < ordered.length || differ(spec, supporting),
    sources: new Set(supporting.map((row) => row.sha256 ?? row.sourceId)).size,
    orderKey: orderKey(first),
    docKey: [...supporting].map((row) => `${row.sourceId}|${String(row.lineFrom).padStart(7, '0')}|${factId}`).sort()[0] ?? '',
  };
}

function firstOfEach(evidence: readonly LivingEvidence[]): Record<string, SaidValue> {
  const said: Record<string, SaidValue> = {};
  for (const row of evidence) for (const [name, value] of Object.entries(row.said)) said[name] ??= value;
  return said;
}

const differ = (spec: FactSpec, evidence: readonly LivingEvidence[]): boolean =>
  (spec.contested ?? []).some(
    (name) => new Set(evidence.flatMap((row) => (row.said[name] === undefined ? [] : [String(row.said[name])]))).size > 1,
  );

function tiesOf(identity: Identity, spec: FactSpec, said: Record<string, SaidValue>): FactTie[] {
  const ends = Object.keys(spec.ends).flatMap((part) => {
    const named = [identity.ends[part] ?? []].flat();
    const learnt = (said[part] ?? []) as readonly SaidEnd[];
    return [
      ...named.map((entity) => ({ part, entity, carried: {} })),
      ...learnt.map(({ entity, ...carried }) => ({ part, entity, carried })),
    ];
  });
  const behalf = typeof said.onBehalfOf === 'string' ? [said.onBehalfOf] : [];
  return [...ends, ...behalf.map((entity) => ({ part: 'onBehalfOf', entity, carried: {} }))];
}

function propertiesOf(identity: Identity, spec: FactSpec, said: Record<string, SaidValue>): Record<string, SaidValue> {
  const properties: Record<string, SaidValue> = {};
  for (const [name, shape] of Object.entries(spec.properties)) {
    const value = identity.properties[name] ?? said[name];
    if (value === undefined || value === null) continue;
    if (shape.of === 'dateBlock') Object.assign(properties, dateProperties(String(value), said, name));
    else properties[name] = value;
  }
  return properties;
}

/** The five properties a date is stored as; an end that is not stated is absent. */
export function dateProperties(value: string, said: Readonly<Record<string, SaidValue>>, name = 'date'): Record<string, SaidValue> {
  const block = parseDateBlock(value, said[`${name}Inferred`] === true, (said[`${name}Text`] as string | undefined) ?? null);
  return Object.fromEntries(
    Object.entries({ Start: block.start, End: block.end, Precision: block.precision, Inferred: block.inferred, Text: block.text })
      .filter(([, part]) => part !== null)
      .map(([part, item]) => [`date${part}`, item as SaidValue]),
  );
}
