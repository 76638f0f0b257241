import type { AskedField } from './expand-operation.ts';

/** Brings fields down to values, each from those of its children; what fragments repeat is looked at once. */
export function foldFields<T>(fields: readonly AskedField[], fold: (field: AskedField, children: readonly T[]) => T): T[] {
  const known = new Map<AskedField, T>();
  const visit = (field: AskedField): T => {
    if (!known.has(field)) known.set(field, fold(field, field.children.map(visit)));
    return known.get(field) as T;
  };
  return fields.map(visit);
}
