import { kindOfId, labelOfId } from '../domain/ids.ts';
import type { EntityDeclaration, SourceFile } from '../domain/source-file.ts';
import type { EntityLabel } from '../domain/vocabulary.ts';
import { suggest } from './suggest.ts';

/** An entity as far as resolving a reference needs it. */
export interface KnownEntity {
  readonly id: string;
  readonly names: readonly string[];
}

export type Resolution = { readonly id: string } | { readonly message: string; readonly suggestion?: string };

/** Finds the entity a reference means, among those whose label is allowed where it stands. */
export type Resolver = (reference: string, labels: readonly EntityLabel[]) => Resolution;

/** How a printed name is compared: NFKC, without spaces, without case. */
export const foldName = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '').replace(/·/gu, '.').toLowerCase();

/** The entities a file itself makes known. */
export function declaredEntities(file: SourceFile): KnownEntity[] {
  const { source } = file;
  const agreements = file.facts.flatMap((fact) => ('id' in fact ? [{ id: String(fact.id), names: [] }] : []));
  const named = Object.entries(file.entities).map(([id, entity]) => ({ id, names: namesOf(entity) }));
  return [{ id: source.id, names: [source.name] }, ...named, ...agreements];
}

const wordOf = (statement: EntityDeclaration['name']): string => String(typeof statement === 'object' ? statement.value : statement);
const namesOf = (entity: EntityDeclaration): string[] => [entity.name, ...(entity.aliases ?? [])].map(wordOf);

/** A resolver over known entities. A name that two of them bear is refused, never guessed. */
export function createResolver(known: readonly KnownEntity[]): Resolver {
  const ids = new Set(known.map((entity) => entity.id));
  const byName = new Map<string, Set<string>>();
  for (const { id, names } of known)
    for (const name of names) byName.set(foldName(name), (byName.get(foldName(name)) ?? new Set()).add(id));

  const fits = (id: string, labels: readonly EntityLabel[]) => labels.includes(labelOfId(id) as EntityLabel);
  return (reference, labels) => {
    if (ids.has(reference))
      return fits(reference, labels) ? { id: reference } : { message: `${reference} cannot stand here; expected ${labels.join(' or ')}` };
    const found = [...(byName.get(foldName(reference)) ?? [])].filter((id) => fits(id, labels));
    if (found.length === 1 && found[0]) return { id: found[0] };
    if (found.length > 1) return { message: `"${reference}" is the name of ${found.join(' and ')}; write the id` };
    const pool = kindOfId(reference) ? ids : known.filter((entity) => fits(entity.id, labels)).flatMap((entity) => entity.names);
    return { message: `"${reference}" is not known as ${labels.join(' or ')}`, suggestion: suggest(reference, pool) };
  };
}
