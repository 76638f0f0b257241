import type { Row } from '../connect.ts';

/** The properties of a node or relationship whose names stand under a parameter, as a list: one text for whatever is asked. */
export const valuesOf = (variable: string, names: string): string => `[name IN ${names} | ${variable}[name]]`;

/** Gives such values their names back. */
export function nameValues(names: readonly string[], values: readonly unknown[]): Row {
  const row: Row = {};
  for (const [index, name] of names.entries()) row[name] = values[index];
  return row;
}
