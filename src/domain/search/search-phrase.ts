import { matchKey, normaliseName, stripHonorifics } from '../names/normalise-name.ts';
import { spellSyllables } from '../names/spell-syllables.ts';
import { toSimplified } from '../names/to-simplified.ts';
import { fuzzyQuery, keysQuery, namesQuery, slipsQuery } from './lucene.ts';

/** A phrase that someone looks for, in every form it is compared in. */
export interface SearchPhrase {
  /** Folded, as typed. */
  readonly key: string;
  /** Folded, in simplified characters. */
  readonly simplified: string;
  readonly terms: readonly string[];
  /** Latin letters only: the phrase itself, or its pinyin. */
  readonly spelled: string;
  readonly isHan: boolean;
}

/** Reads a phrase; titles behind a name are no part of it. */
export function readPhrase(text: string): SearchPhrase {
  const phrase = stripHonorifics(normaliseName(text));
  const simplified = toSimplified(phrase);
  const isHan = /\p{Script=Han}/u.test(phrase);
  const spelled = isHan ? spellSyllables(simplified, [...simplified].length < 5).join('') : latinKey(phrase);
  return { key: matchKey(phrase), simplified: matchKey(simplified), terms: phrase.toLowerCase().split(/\s+/), spelled, isHan };
}

/** Pinyin as keys are stored: no spaces, hyphens, apostrophes or tones, lü as lü or lv. */
const latinKey = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/u\u0308/g, 'ü')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[^\p{Letter}\p{Number}]/gu, '');

/** What to ask the two full-text indexes for a phrase. Shape: empty texts ask nothing. */
export function luceneQueries(text: string): { names: string; keys: string; fuzzy: string; slips: string } {
  const phrase = readPhrase(text);
  const typed = stripHonorifics(normaliseName(text));
  // As printed too: the index holds the zero of a printed `CCHI0`.
  const printed = stripHonorifics(text.normalize('NFKC').trim());
  const forms = [...new Set([typed, toSimplified(typed), printed])].map(namesQuery).filter((query) => query !== '');
  return {
    names: forms.map((form) => `(${form})`).join(' OR '),
    keys: phrase.isHan ? keysQuery(phrase.key) : phrase.spelled && keysQuery(phrase.spelled),
    fuzzy: fuzzyQuery(phrase.spelled),
    slips: slipsQuery(toSimplified(typed)),
  };
}
