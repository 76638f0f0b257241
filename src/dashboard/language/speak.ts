import type { Label } from '../../domain/vocabulary.ts';
import { pick } from './language.ts';

/** Makes the speaker of a dictionary: a word by its key, with values put in where `{name}` stands. Every word has both languages. */
export const speak =
  <Key extends string>(words: Record<Key, Label>) =>
  (key: Key, values: Record<string, string | number> = {}): string =>
    pick(words[key]).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
