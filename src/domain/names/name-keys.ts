import { normaliseName } from './normalise-name.ts';
import { spellSyllables, surnameLength } from './spell-syllables.ts';
import { toTraditional } from './to-traditional.ts';

/** What a name is sorted and found by. */
export interface NameKeys {
  /** Sort key: syllables, then the name; the entity's id is for the caller to append. */
  readonly nameKey: string;
  readonly pinyin: string[];
  readonly initials: string[];
  readonly traditional: string[];
}

/** Whether a family name comes first, and readings that a curator gives instead of the usual ones (`piao hao zhe`). */
export interface NameOptions {
  readonly person: boolean;
  readonly readings?: readonly string[];
}

/** The search keys of a name and its aliases. Shape: all in lower case; pinyin and initials joined, each person's in both orders. */
export function nameKeys(name: string, aliases: readonly string[], { person, readings = [] }: NameOptions): NameKeys {
  const given = readings.map((reading) => reading.toLowerCase().trim().split(/\s+/));
  const usual = spellSyllables(name, person);
  const spellings = [...given, usual, ...aliases.map((alias) => spellSyllables(alias, person))].filter((syllables) => syllables.length > 0);
  const ordered = spellings.flatMap((syllables) => (person ? bothOrders(syllables, surnameLength(name)) : [syllables]));
  return {
    nameKey: `${(given[0] ?? usual).join(' ')}|${name}`,
    pinyin: unique(ordered.flatMap(variants).map((syllables) => syllables.join(''))),
    initials: unique(ordered.map(initialsOf)),
    traditional: unique(
      [name, ...aliases]
        .map(normaliseName)
        .flatMap(toTraditional)
        .map((form) => form.replace(/\s+/gu, '').toLowerCase()),
    ),
  };
}

const bothOrders = (syllables: string[], surname: number): string[][] =>
  syllables.length > surname ? [syllables, [...syllables.slice(surname), ...syllables.slice(0, surname)]] : [syllables];

/** 吕 is written lü, lv, lyu and, in haste, lu. */
const variants = (syllables: string[]): string[][] =>
  ['v', 'yu', 'u', 'ü'].map((vowel) => syllables.map((syllable) => syllable.replace(/^([ln])[vü](e?)$/, `$1${vowel}$2`)));

/** One letter a syllable; a Latin word or number stays whole. */
const initialsOf = (syllables: string[]): string => syllables.map((part) => (isSyllable(part) ? part.charAt(0) : part)).join('');
const isSyllable = (part: string): boolean => /^(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?[aeiouvü]{1,3}(?:n|ng|r)?$/.test(part);

const unique = (keys: string[]): string[] => [...new Set(keys)];
