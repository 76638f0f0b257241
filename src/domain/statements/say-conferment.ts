import type { FactReader } from './fact-reader.ts';

/** Who received which honour, from whom; an unnamed conferrer is left out, not guessed. */
export function sayConferment(fact: FactReader): string {
  const [by, at, reason] = [fact.name('conferrers'), fact.name('event'), fact.text('reason')];
  return fact.zh
    ? `${fact.name('honoured')}${fact.around('在', at)}获${fact.around('', by, '授予')}“${fact.name('honour')}”${fact.around('，理由：', reason)}。`
    : `${fact.name('honoured')} received “${fact.name('honour')}”${fact.around(' from ', by)}${fact.around(' at ', at)}${fact.around(', for: ', reason)}.`;
}
