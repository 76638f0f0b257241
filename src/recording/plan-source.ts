import { factSpec } from '../domain/facts.ts';
import { hashId } from '../domain/ids.ts';
import type { FileFact, SourceFile } from '../domain/source-file.ts';
import { type Fault, RefusedError } from './fault.ts';
import type { Identity, Plan, PlannedEvidence, PlannedFact, SaidEnd, SaidValue, Saying } from './plan.ts';
import { documentStatements, entitiesStatements } from './plan-statements.ts';
import { readFact } from './read-fact.ts';
import type { Resolver } from './resolve-names.ts';

/**
 * Works out what a valid file, or a part of one, says, as facts and evidence with stable ids; the `first` part speaks of the document itself.
 * Errors: RefusedError for references that are unknown or mean several entities.
 */
export function planSource(file: SourceFile, resolve: Resolver, { first }: { first: boolean }): Plan {
  const faults: Fault[] = [];
  const facts = new Map<string, PlannedFact>();
  const evidence = new Map<string, PlannedEvidence>();
  const sayings = [
    ...(first ? documentStatements(file) : []),
    ...entitiesStatements(file),
    ...file.facts.map((fact, index) => readFact(fact as unknown as FileFact, index, resolve, faults)),
  ];
  if (faults.length > 0) throw new RefusedError(faults);
  for (const saying of sayings) addSaying(saying, file.source.id, facts, evidence);
  return { file, facts, evidence };
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
