import { Converter } from 'opencc-js/t2cn';

type Convert = (text: string) => string;
let converter: Convert | undefined;

/** The simplified form of a text in traditional characters; any other text as it is. The dictionary is built on first use. */
export function toSimplified(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text;
  const convert: Convert = converter ?? Converter({ from: 'hk', to: 'cn' });
  converter = convert;
  return convert(text);
}
