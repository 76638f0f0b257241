import { type EndSpec, type FactSpec, factSpec, type PropertyShape } from '../domain/facts.ts';
import { parseSpans } from '../domain/lines.ts';
import type { FileFact } from '../domain/source-file.ts';
import { type Certainty, type EntityLabel, entityKinds, type Stance } from '../domain/vocabulary.ts';
import type { Fault } from './fault.ts';
import type { SaidEnd, SaidValue, Saying } from './plan.ts';
import type { Resolver } from './resolve-names.ts';

/** Reads one fact of a file, its references resolved; what cannot be is added to the faults. */
export function readFact(fact: FileFact, index: number, resolve: Resolver, faults: Fault[]): Saying {
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
