import { explainMatch, type Match, type SearchableNames } from './explain-match.ts';
import { readPhrase } from './search-phrase.ts';

/** An entity that was found, with the reason. */
export type RankedHit<T> = T & { readonly match: Match };

/** Ranks what the indexes brought up: the best reason first, then by name. What does not meet the phrase after all is dropped. */
export function rankHits<T extends { readonly names: SearchableNames & { readonly nameKey: string } }>(
  text: string,
  hits: readonly T[],
): RankedHit<T>[] {
  const phrase = readPhrase(text);
  return hits
    .flatMap((hit) => {
      const match = explainMatch(phrase, hit.names);
      return match ? [{ ...hit, match }] : [];
    })
    .sort((a, b) => b.match.score - a.match.score || (a.names.nameKey < b.names.nameKey ? -1 : 1));
}
