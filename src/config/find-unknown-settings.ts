import { closest, distance } from 'fastest-levenshtein';

/** Names every `GRAPH_*` variable that no setting bears, with the setting that was probably meant. */
export function findUnknownSettings(given: string[], known: string[]): string[] {
  const unknown = given.filter((name) => name.startsWith('GRAPH_') && !known.includes(name));
  return unknown.map((name) => `${name} is not a setting${suggest(name, known)}`);
}

function suggest(name: string, known: string[]): string {
  const candidate = closest(name, known);
  return distance(name, candidate) <= Math.max(3, name.length / 3) ? `; did you mean ${candidate}?` : '';
}
