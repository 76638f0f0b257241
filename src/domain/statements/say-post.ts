import { titleIn } from '../titles.ts';
import { membershipKinds } from '../vocabulary.ts';
import type { FactReader } from './fact-reader.ts';

/** A post a person holds or held. */
export function sayPosition(fact: FactReader): string {
  const former = fact.text('status') === 'FORMER';
  const span = spanOf(fact);
  const elected = fact.name('event');
  if (fact.zh)
    return `${fact.name('holder')}${former ? '曾任' : '任'}${fact.name('organisation')}${fact.text('title')}${fact.around('，于', elected, '当选')}${fact.around('（', span, '）')}。`;
  const verb = former ? 'formerly held' : 'holds';
  return `${fact.name('holder')} ${verb} the post ${titleIn(fact.text('title'), false)} at ${fact.name('organisation')}${fact.around(', elected at ', elected)}${fact.around(' (', span, ')')}.`;
}

function spanOf(fact: FactReader): string {
  const [from, to, asOf] = [fact.text('from'), fact.text('to'), fact.text('asOf')];
  if (from || to) return fact.zh ? `${from}至${to || '不详'}` : `${from || '?'} to ${to || 'not stated'}`;
  return fact.zh ? fact.around('截至', asOf) : fact.around('as of ', asOf);
}

/** A person's organisation where no post is claimed. */
export function sayAffiliation(fact: FactReader): string {
  const title = titleIn(fact.text('title'), fact.zh);
  return fact.zh
    ? `${fact.name('person')}所属单位为${fact.name('organisation')}${fact.around('（', title, '）')}。`
    : `${fact.name('person')} is affiliated with ${fact.name('organisation')}${fact.around(' (', title, ')')}.`;
}

/** Who is a member of what. */
export function sayMembership(fact: FactReader): string {
  const kind = fact.word('kind', membershipKinds);
  const at = fact.name('event');
  return fact.zh
    ? `${fact.name('member')}是${fact.name('body')}的${kind || '会员'}${fact.around('，自', fact.text('since'), '起')}${fact.around('，于', at, '授予')}。`
    : `${fact.name('member')} is a ${kind || 'member'} of ${fact.name('body')}${fact.around(' since ', fact.text('since'))}${fact.around(', granted at ', at)}.`;
}

/** A plaque or a title that one body gives another. */
export function sayDesignation(fact: FactReader): string {
  const at = fact.name('event');
  return fact.zh
    ? `${fact.name('designator')}授予${fact.name('designated')}“${fact.text('title')}”${fact.around('，于', at)}。`
    : `${fact.name('designator')} designated ${fact.name('designated')} as “${fact.text('title')}”${fact.around(' at ', at)}.`;
}
