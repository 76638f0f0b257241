import { entityKinds } from '../../domain/vocabulary.ts';

const prefixes = new Set<string>(Object.values(entityKinds).map(({ prefix }) => prefix));

/** Where an entity's page stands: `person:fan-daiming` at `/person/fan-daiming`. */
export function entityPath(id: string): string {
  const colon = id.indexOf(':');
  return `/${id.slice(0, colon)}/${encodeURIComponent(id.slice(colon + 1))}`;
}

/** The id of the entity whose page stands at an address; undefined where none can. */
export const entityIdAt = (prefix = '', slug = ''): string | undefined => (prefixes.has(prefix) ? `${prefix}:${slug}` : undefined);
