import { type EndSpec, type FactSpec, type FactType, factSpec, type PropertyShape } from '../domain/facts.ts';
import { hashId } from '../domain/ids.ts';
import { type LineSpan, parseSpans } from '../domain/lines.ts';
import type { FileFact, SourceFile } from '../domain/source-file.ts';
import { type Certainty, type EntityLabel, entityKinds, type Stance } from '../domain/vocabulary.ts';
import { type Fault, RefusedError } from './fault.ts';
import { planStatements } from './plan-statements.ts';
import type { Resolver } from './resolve-names.ts';

/** An end as said: the entity's id, with what the tie itself carries. */
export interface SaidEnd {
  readonly entity: string;
  readonly [carried: string]: string;
}
export type SaidValue = string | number | boolean | readonly (string | number)[] | readonly SaidEnd[];

/** What makes two sayings one fact. */
export interface Identity {
  readonly type: FactType;
  readonly ends: Readonly<Record<string, string | readonly string[] | null>>;
  readonly properties: Readonly<Record<string, SaidValue | null>>;
}

/** One source's word for one fact. */
export interface PlannedEvidence extends LineSpan {
  readonly id: string;
  readonly factId: string;
  readonly certainty: Certainty;
  readonly stance: Stance;
  readonly said: Readonly<Record<string, SaidValue>>;
}

export interface PlannedFact {
  readonly factId: string;
  readonly identity: Identity;
  /** Only an agreement is an entity too. */
  readonly entityId?: string;
}

export interface Plan {
  readonly file: SourceFile;
  readonly facts: ReadonlyMap<string, PlannedFact>;
  readonly evidence: ReadonlyMap<string, PlannedEvidence>;
}

/**
 * Works out what a valid file says, as facts and evidence with stable ids.
 * Errors: RefusedError for references that are unknown or mean several entities.
 */
export function planSource(file: SourceFile, resolve: Resolver): Plan {
  const faults: Fault[] = [];
  const facts = new Map<string, PlannedFact>();
  const evidence = new Map<string, PlannedEvidence>();
  const sayings = [
    ...planStatements(file),
    ...file.facts.map((fact, index) => readFact(fact as unknown as FileFact, index, resolve, faults)),
  ];
  if (faults.length > 0) throw new RefusedError(faults);
  for (const saying of sayings) addSaying(saying, file.source.id, facts, evidence);
  return { file, facts, evidence };
}

/** A fact with everything one place of a file says of it. */
export interface Saying {
  readonly type: FactType;
  readonly entityId?: string;
  readonly ends: Record<string, SaidEnd | SaidEnd[]>;
  readonly properties: Record<string, SaidValue>;
  readonly lines: readonly LineSpan[];
  readonly certainty: Certainty;
  readonly stance: Stance;
}

function addSaying(saying: Saying, sourceId: string, facts: Map<string, PlannedFact>, evidence: Map<string, PlannedEvidence>): void {
  const identity = identityOf(saying);
  const factId = hashId('fact', identity);
  facts.set(factId, { factId, identity, entityId: saying.entityId });
  const said = restOf(saying);
  for (const { from, to } of saying.lines) {
    const row = { factId, from, to, certainty: saying.certainty, stance: saying.stance, said };
    const id = hashId('evidence', { ...row, sourceId });
    evidence.set(id, { id, ...row });
  }
}

const idsOf = (end: SaidEnd | SaidEnd[] | undefined): string | string[] | null => {
  if (!end) return null;
  return Array.isArray(end) ? end.map(({ entity }) => entity).sort() : end.entity;
};

function identityOf({ type, ends, properties }: Saying): Identity {
  const spec = factSpec(type);
  const named = spec.identity;
  return {
    type,
    ends: Object.fromEntries(named.filter((name) => name in spec.ends).map((name) => [name, idsOf(ends[name])])),
    properties: Object.fromEntries(named.filter((name) => name in spec.properties).map((name) => [name, properties[name] ?? null])),
  };
}

/** What is said beyond the identity: other properties and ends, and what an identity end carries. */
function restOf({ type, ends, properties }: Saying): Record<string, SaidValue> {
  const { identity } = factSpec(type);
  const rest: Record<string, SaidValue> = {};
  for (const [name, value] of Object.entries(properties)) if (!identity.includes(name)) rest[name] = value;
  for (const [name, end] of Object.entries(ends)) if (!identity.includes(name)) rest[name] = [end].flat();
  return rest;
}

function readFact(fact: FileFact, index: number, resolve: Resolver, faults: Fault[]): Saying {
  const spec: FactSpec = factSpec(fact.fact);
  const at = ['facts', index] as const;
  const refer = (reference: string, labels: readonly EntityLabel[], path: Fault['path']): string => {
    const resolution = resolve(reference, labels);
    if ('id' in resolution) return resolution.id;
    faults.push({ path, ...resolution });
    return reference;
  };
  const ends: Saying['ends'] = {};
  for (const [name, end] of Object.entries(spec.ends)) {
    const given = [fact[name] ?? []].flat() as (string | Record<string, string>)[];
    const read = given.map((item) => readEnd(item, end, (ref, labels) => refer(ref, labels, [...at, name])));
    if (read.length > 0) ends[name] = end.many ? read : (read[0] as SaidEnd);
  }
  const properties: Saying['properties'] = {};
  for (const [name, shape] of Object.entries(spec.properties))
    if (fact[name] !== undefined)
      Object.assign(
        properties,
        readProperty(name, fact[name], shape, (ref) => refer(ref, carriers, [...at, name])),
      );
  return {
    type: fact.fact,
    entityId: fact.id,
    ends,
    properties,
    lines: parseSpans(fact.lines),
    certainty: (fact.certainty ?? 'EXPLICIT') as Certainty,
    stance: (fact.stance ?? 'SUPPORTS') as Stance,
  };
}

/** Whoever can be acted for. */
const carriers: readonly EntityLabel[] = [entityKinds.ORGANISATION.label, entityKinds.PERSON.label];

function readEnd(
  item: string | Record<string, string>,
  end: EndSpec,
  refer: (reference: string, labels: readonly EntityLabel[]) => string,
): SaidEnd {
  if (typeof item === 'string') return { entity: refer(item, end.labels) };
  const carried = Object.entries(end.carries ?? {}).filter(([name]) => item[name] !== undefined);
  return {
    entity: refer(item.entity ?? '', end.labels),
    ...Object.fromEntries(
      carried.map(([name, shape]) => [name, shape.of === 'entity' ? refer(item[name] ?? '', carriers) : (item[name] ?? '')]),
    ),
  };
}

function readProperty(name: string, value: unknown, shape: PropertyShape, refer: (reference: string) => string): Record<string, SaidValue> {
  if (shape.of === 'entity') return { [name]: refer(String(value)) };
  if (shape.of !== 'dateBlock') return { [name]: value as SaidValue };
  if (typeof value === 'string') return { [name]: value };
  const { value: date, inferred, text } = value as { value: string; inferred?: boolean; text?: string };
  return { [name]: date, ...(inferred && { [`${name}Inferred`]: true }), ...(text && { [`${name}Text`]: text }) };
}
