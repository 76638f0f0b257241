import type { Label } from '../vocabulary.ts';
import type { ContentEnd, FactContent, Language } from './fact-content.ts';

/** What a composer asks a fact for, each answer in the language of the sentence, empty where the fact does not say. */
export interface FactReader {
  readonly zh: boolean;
  /** The names of the ends that play a part, joined. */
  name(part: string): string;
  ends(part: string): readonly ContentEnd[];
  text(property: string): string;
  /** The printed label of a coded property; a code without a label as it is. */
  word(property: string, vocabulary: Readonly<Record<string, Label>>): string;
  /** A text set between a prefix and a suffix, or nothing. */
  around(before: string, text: string, after?: string): string;
}

/** Opens a fact for reading in one language. */
export function readFact({ properties, ends }: FactContent, language: Language): FactReader {
  const zh = language === 'ZH';
  const named = ({ entity }: ContentEnd) => (zh ? entity.name : (entity.nameEn ?? entity.name));
  const of = (part: string) => ends.filter((end) => end.part === part);
  return {
    zh,
    ends: of,
    name: (part) => joinNames(of(part).map(named), zh),
    text: (property) => [properties[property] ?? []].flat().join(zh ? '、' : ', '),
    word: (property, vocabulary) => {
      const code = [properties[property] ?? ''].flat().map(String).join('');
      return vocabulary[code]?.[zh ? 'zh' : 'en'] ?? code;
    },
    around: (before, text, after = '') => (text ? `${before}${text}${after}` : ''),
  };
}

/** A list of names as each language joins it. */
export function joinNames(names: readonly string[], zh: boolean): string {
  if (zh) return names.join('、');
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
