import { Converter } from 'opencc-js/t2cn';

let convert: ((text: string) => string) | undefined;

/** The simplified form of a text in traditional characters; any other text as it is. The dictionary is built on first use. */
export function toSimplified(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text;
  convert ??= Converter({ from: 'hk', to: 'cn' });
  return convert(text);
}
