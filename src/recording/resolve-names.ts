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

/** Known entities by id and by name. */
export interface NameIndex {
  readonly resolve: Resolver;
  add(known: readonly KnownEntity[]): void;
  hasId(id: string): boolean;
}

/** Makes an empty index; it holds one entry a name, for a file may have a hundred thousand. A name that two entities bear is refused, never guessed. */
export function createNameIndex(): NameIndex {
  const ids = new Set<string>();
  const byName = new Map<string, { readonly spelt: string; readonly ids: string[] }>();
  const addName = (id: string, spelt: string) => {
    const entry = byName.get(foldName(spelt));
    if (!entry) byName.set(foldName(spelt), { spelt, ids: [id] });
    else if (!entry.ids.includes(id)) entry.ids.push(id);
  };
  const fits = (id: string, labels: readonly EntityLabel[]) => labels.includes(labelOfId(id) as EntityLabel);
  const namesOfLabels = (labels: readonly EntityLabel[]) =>
    [...byName.values()].filter((entry) => entry.ids.some((id) => fits(id, labels))).map(({ spelt }) => spelt);
  return {
    add: (known) => {
      for (const { id, names } of known) {
        ids.add(id);
        for (const name of names) addName(id, name);
      }
    },
    hasId: (id) => ids.has(id),
    resolve: (reference, labels) => {
      if (ids.has(reference))
        return fits(reference, labels) ? { id: reference } : { message: `${reference} cannot stand here; expected ${labels.join(' or ')}` };
      const found = (byName.get(foldName(reference))?.ids ?? []).filter((id) => fits(id, labels));
      if (found.length === 1 && found[0]) return { id: found[0] };
      if (found.length > 1) return { message: `"${reference}" is the name of ${found.join(' and ')}; write the id` };
      const pool = kindOfId(reference) ? ids : namesOfLabels(labels);
      return { message: `"${reference}" is not known as ${labels.join(' or ')}`, suggestion: suggest(reference, pool) };
    },
  };
}
