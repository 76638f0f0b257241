import { agreementKinds } from '../vocabulary.ts';
import type { FactReader } from './fact-reader.ts';

/** Who agreed on what, where it was signed and by whom. */
export function sayAgreement(fact: FactReader): string {
  const kind = fact.word('kind', agreementKinds);
  const [at, by, subject] = [fact.name('event'), fact.name('signatories'), fact.text('subject')];
  return fact.zh
    ? `${fact.name('parties')}${fact.around('在', at)}签署${kind}${fact.around('，内容：', subject)}${fact.around('，签署人：', by)}${fact.around('，期限：', termOf(fact))}。`
    : `${fact.name('parties')} signed a ${kind}${fact.around(' at ', at)}${fact.around(', on ', subject)}${fact.around(', signed by ', by)}${fact.around(', term ', termOf(fact))}.`;
}

function termOf(fact: FactReader): string {
  const [from, to] = [fact.text('termFrom'), fact.text('termTo')];
  if (!from && !to) return '';
  return fact.zh ? `${from}至${to || '不详'}` : `${from || '?'} to ${to || 'not stated'}`;
}
