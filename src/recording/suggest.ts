import { distance } from 'fastest-levenshtein';

/** The known word nearest to a mistyped one; undefined when none is near. */
export function suggest(word: string, known: Iterable<string>): string | undefined {
  let best: { word: string; distance: number } | undefined;
  for (const candidate of known) {
    const apart = distance(word.toLowerCase(), candidate.toLowerCase());
    if (!best || apart < best.distance) best = { word: candidate, distance: apart };
  }
  return best && best.distance <= Math.max(1, Math.floor(word.length / 2)) ? best.word : undefined;
}
