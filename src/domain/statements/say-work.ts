import { creditRoles, organisingRoles } from '../vocabulary.ts';
import type { FactReader } from './fact-reader.ts';

type Words = readonly [zh: string, en: string];

/** Who organised, initiated or supported something; the printed role is said where there is one. */
export const sayOrganising =
  ([zh, en]: Words) =>
  (fact: FactReader): string => {
    const role = fact.word('role', organisingRoles);
    return fact.zh
      ? `${fact.name('organiser')}${zh}${fact.name('subject')}${fact.around('（', role, '）')}。`
      : `${fact.name('organiser')} ${en} ${fact.name('subject')}${fact.around(' (', role, ')')}.`;
  };

/** Which project an event belongs to. */
export const sayCarriedOut = (fact: FactReader): string =>
  fact.zh
    ? `${fact.name('subject')}在项目“${fact.name('organiser')}”下开展。`
    : `${fact.name('subject')} was carried out under the project “${fact.name('organiser')}”.`;

/** Whom a work is credited to, and as what. */
export const sayCredit =
  ([zh, en]: Words) =>
  (fact: FactReader): string => {
    const role = fact.word('role', creditRoles) || (fact.zh ? zh : en);
    return fact.zh
      ? `《${bare(fact.name('work'))}》的${role}为${fact.name('credited')}${fact.around('（', fact.text('capacity'), '）')}。`
      : `${fact.name('credited')}${fact.around(' (', fact.text('capacity'), ')')} is credited as ${role} of “${fact.name('work')}”.`;
  };

/** What happened to a work, a project or an organisation at an event. */
export const sayMilestone =
  ([zh, en]: Words) =>
  (fact: FactReader): string =>
    fact.zh ? `${fact.name('subject')}在${fact.name('event')}上${zh}。` : `${fact.name('subject')} ${en} at ${fact.name('event')}.`;

const bare = (title: string): string => title.replace(/^《(.*)》$/u, '$1');
