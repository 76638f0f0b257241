import { Converter } from 'opencc-js/cn2t';

type Convert = (text: string) => string;
let converters: readonly Convert[] | undefined;

/** The Taiwan and Hong Kong forms of a text that differ from it. The dictionaries are built on first use: half a second. */
export function toTraditional(text: string): string[] {
  converters ??= [Converter({ from: 'cn', to: 'tw' }), Converter({ from: 'cn', to: 'hk' })];
  const forms = converters.map((convert) => convert(text));
  return [...new Set(forms)].filter((form) => form !== text);
}
