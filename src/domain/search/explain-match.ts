import { distance } from 'fastest-levenshtein';
import { matchKey } from '../names/normalise-name.ts';
import { allowedEdits } from './lucene.ts';
import type { SearchPhrase } from './search-phrase.ts';

export type MatchKind = 'NAME' | 'ALIAS' | 'FORMER_NAME' | 'PINYIN' | 'INITIALS' | 'TRADITIONAL' | 'ENGLISH' | 'FUZZY';

/** Everything an entity is found by. */
export interface SearchableNames {
  readonly name: string;
  readonly nameEn: string | null;
  readonly aliases: readonly string[];
  readonly formerNames: readonly string[];
  readonly pinyin: readonly string[];
  readonly initials: readonly string[];
  readonly traditional: readonly string[];
}

/** Why an entity matches. `exact`: the phrase is the whole of it. */
export interface Match {
  readonly matchedOn: MatchKind;
  readonly matchedText: string;
  readonly score: number;
  readonly exact: boolean;
}

/** What each kind of match is worth: whole, at the beginning, inside. */
const worth: Record<Exclude<MatchKind, 'FUZZY'>, readonly [number, number, number]> = {
  NAME: [100, 75, 65],
  ALIAS: [96, 62, 60],
  FORMER_NAME: [94, 59, 58],
  TRADITIONAL: [93, 57, 56],
  ENGLISH: [92, 55, 53],
  PINYIN: [90, 50, 40],
  INITIALS: [80, 45, 0],
};

/** Says by what a phrase best meets an entity. Shape: undefined where it does not. */
export function explainMatch(phrase: SearchPhrase, names: SearchableNames): Match | undefined {
  const matches = [
    ...candidates(phrase, names).flatMap(({ kind, key, text }) => meet(kind, key, text) ?? []),
    ...meetEnglish(phrase, names),
  ];
  const best = matches.sort((a, b) => b.score - a.score)[0];
  return best ?? meetTerms(phrase, names) ?? meetFuzzily(phrase, names);
}

interface Candidate {
  readonly kind: Exclude<MatchKind, 'FUZZY'>;
  /** The phrase in the form this text is compared in. */
  readonly key: string;
  readonly text: string;
}

function candidates({ key, simplified, spelled, isHan }: SearchPhrase, names: SearchableNames): Candidate[] {
  const all = (kind: Candidate['kind'], wanted: string, texts: readonly (string | null)[]) =>
    texts.flatMap((text) => (text ? [{ kind, key: wanted, text }] : []));
  // A phrase in traditional characters meets the simplified name: say so.
  const converted = simplified === key ? [] : all('TRADITIONAL', simplified, [names.name, ...names.aliases, ...names.formerNames]);
  return [
    ...all('NAME', key, [names.name]),
    ...all('ALIAS', key, names.aliases),
    ...all('FORMER_NAME', key, names.formerNames),
    ...all('TRADITIONAL', key, isHan ? names.traditional : []),
    ...converted,
    ...(isHan ? [] : [...all('PINYIN', spelled, names.pinyin), ...all('INITIALS', spelled, names.initials)]),
  ];
}

function meet(kind: Candidate['kind'], key: string, text: string): Match | undefined {
  return weigh(kind, key, text, matchKey(text));
}

/** English is compared word by word: `fandaiming` is pinyin, `Fan Daiming` is the English name. */
function meetEnglish({ terms }: SearchPhrase, { nameEn }: SearchableNames): Match[] {
  const match = nameEn ? weigh('ENGLISH', terms.join(' '), nameEn, nameEn.normalize('NFKC').toLowerCase()) : undefined;
  return match ? [match] : [];
}

function weigh(kind: Candidate['kind'], key: string, text: string, folded: string): Match | undefined {
  if (key === '' || !folded.includes(key)) return undefined;
  const [whole, start, inside] = worth[kind];
  const base = folded === key ? whole : folded.startsWith(key) ? start : inside;
  return base === 0
    ? undefined
    : { matchedOn: kind, matchedText: text, score: base + (4 * key.length) / folded.length, exact: folded === key };
}

/** Several words that all stand in the names, wherever. */
function meetTerms({ terms }: SearchPhrase, names: SearchableNames): Match | undefined {
  const texts: [MatchKind, string][] = [
    ['NAME', names.name],
    ...names.aliases.map((alias): [MatchKind, string] => ['ALIAS', alias]),
    ...(names.nameEn ? [['ENGLISH', names.nameEn] as [MatchKind, string]] : []),
  ];
  const whole = texts.map(([, text]) => text.toLowerCase()).join(' ');
  if (terms.length < 2 || !terms.every((term) => whole.includes(term))) return undefined;
  const [matchedOn, matchedText] = texts.find(([, text]) => terms.some((term) => text.toLowerCase().includes(term))) ?? [
    'NAME',
    names.name,
  ];
  return { matchedOn, matchedText, score: 48, exact: false };
}

/** A name that only resembles the phrase: by its sound, or by its signs. */
function meetFuzzily(phrase: SearchPhrase, names: SearchableNames): Match | undefined {
  const near = [...soundsAlike(phrase, names), ...looksAlike(phrase, names)].sort((a, b) => a.apart - b.apart)[0];
  if (!near) return undefined;
  // Of equally near ones the name that holds least besides.
  const share = Math.min(1, phrase.key.length / matchKey(near.text).length);
  return { matchedOn: 'FUZZY', matchedText: near.text, score: 16 - 5 * near.apart + 4 * (phrase.isHan ? 1 : share), exact: false };
}

interface Near {
  readonly text: string;
  readonly apart: number;
}

function soundsAlike({ spelled, isHan }: SearchPhrase, { name, pinyin }: SearchableNames): Near[] {
  const apart = Math.min(...pinyin.map((key) => distance(key, spelled)));
  // Of short ones only those that sound the same: one letter more or less is another name.
  const allowed = spelled.length < 5 ? (isHan ? 0 : -1) : allowedEdits(spelled);
  return spelled !== '' && apart <= allowed ? [{ text: name, apart }] : [];
}

function looksAlike(phrase: SearchPhrase, { name, aliases, formerNames, nameEn }: SearchableNames): Near[] {
  const texts = [name, ...aliases, ...formerNames, ...(nameEn ? [nameEn] : [])];
  const apartFrom = phrase.isHan ? apartBySigns : apartByWords;
  return texts.flatMap((text) => {
    const apart = apartFrom(phrase, text);
    return apart <= 1 ? [{ text, apart }] : [];
  });
}

const apartBySigns = ({ simplified }: SearchPhrase, text: string): number =>
  [...simplified].length < 3 ? Number.POSITIVE_INFINITY : distance(matchKey(text), simplified);

/** Each word that was typed is near one of the name, wherever that stands. */
function apartByWords({ terms }: SearchPhrase, text: string): number {
  const [typed, words] = [wordsOf(terms.join(' ')), wordsOf(text.normalize('NFKC').toLowerCase())];
  if (typed.join('').length < 5) return Number.POSITIVE_INFINITY;
  return typed.reduce((sum, word) => sum + Math.min(...words.map((other) => distance(word, other))), 0);
}

const wordsOf = (text: string): string[] => text.match(/[a-z0-9]+/g) ?? [];
