import { factSpec } from '../facts.ts';
import type { FactContent } from './fact-content.ts';

/** A name and its value as text: codes as in the vocabulary, one row for each item of a list. */
export interface FactAttribute {
  readonly name: string;
  readonly value: string;
}

/** What a fact says beside its ends and its date, in the order of the fact table; what is not said is not listed. */
export function listAttributes({ factType, properties, ends }: FactContent): FactAttribute[] {
  const own = Object.entries(factSpec(factType).properties).filter(([, shape]) => shape.of !== 'dateBlock' && shape.of !== 'entity');
  const carried = ends.flatMap(({ part, entity, carried: values }) =>
    Object.entries(values).flatMap(([name, value]) => attributes(`${part}.${entity.id}.${name}`, value)),
  );
  return [...own.flatMap(([name]) => attributes(name, properties[name])), ...carried];
}

/** What a source says, as it was noted. Shape: an end is written as its entity's id. */
export const listSaid = (said: Readonly<Record<string, unknown>>): FactAttribute[] =>
  Object.entries(said).flatMap(([name, value]) => attributes(name, value));

const attributes = (name: string, value: unknown): FactAttribute[] =>
  [value ?? []].flat().flatMap((item) => (isEnd(item) ? endAttributes(name, item) : [{ name, value: String(item) }]));

type End = { readonly entity: string };
const isEnd = (item: unknown): item is End => typeof item === 'object' && item !== null && 'entity' in item;

const endAttributes = (name: string, { entity, ...carried }: End): FactAttribute[] => [
  { name, value: entity },
  ...Object.entries(carried).map(([key, value]) => ({ name: `${name}.${entity}.${key}`, value: String(value) })),
];
