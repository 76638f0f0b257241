import { createHash } from 'node:crypto';
import { type EntityKind, type EntityLabel, entityKinds } from './vocabulary.ts';

const byPrefix = new Map<string, EntityKind>(Object.entries(entityKinds).map(([kind, { prefix }]) => [prefix, kind as EntityKind]));

/** The kind an entity's id says it is; undefined for anything else. */
export const kindOfId = (id: string): EntityKind | undefined => byPrefix.get(id.slice(0, id.indexOf(':')));

/** The label an entity's id says its node bears. */
export function labelOfId(id: string): EntityLabel | undefined {
  const kind = kindOfId(id);
  return kind && entityKinds[kind].label;
}

/** What the ids of nodes with a label begin with. */
export const prefixOfLabel = (label: EntityLabel): string => `${Object.values(entityKinds).find((kind) => kind.label === label)?.prefix}:`;

/** JSON with its keys in order, so that equal contents have equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, item) =>
    item && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(
          Object.entries(item)
            .filter(([, v]) => v !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : item,
  );
}

/** A stable id: the prefix and 96 bits of the content's SHA-256. */
export const hashId = (prefix: 'fact' | 'evidence', content: unknown): string =>
  `${prefix}:${createHash('sha256').update(canonicalJson(content)).digest('hex').slice(0, 24)}`;
