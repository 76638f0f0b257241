import { creditRoles, type Label, organisingRoles } from '../vocabulary.ts';
import type { FactReader } from './fact-reader.ts';

type Words = readonly [zh: string, en: string];

/** Who organised, initiated or supported something; the role is said where the verb does not say it. */
export const sayOrganising =
  ([zh, en]: Words, implied?: keyof typeof organisingRoles) =>
  (fact: FactReader): string => {
    const role = fact.text('role') === implied ? '' : fact.word('role', organisingRoles);
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
    const role = fact.word('role', fact.zh ? { ...creditRoles, ...nouns } : creditRoles) || (fact.zh ? zh : en);
    const capacity = fact.text('capacity');
    return fact.zh
      ? `${quoted(fact.name('work'))}的${role}为${fact.name('credited')}${fact.around('（', capacity, '）')}。`
      : `${fact.name('credited')}${fact.around(' (', capacity, ')')} is credited as ${role} of “${fact.name('work')}”.`;
  };

/** Roles that print as verbs, as the nouns a sentence needs. */
const nouns: Record<string, Label> = Object.fromEntries(
  Object.entries({ PUBLISHER: '发布方', PRODUCER: '出品方', OWNER: '所有者', MAKER: '制定方' }).map(([code, zh]) => [code, { zh, en: '' }]),
);

const quoted = (title: string): string => (/[《“]/u.test(title) ? title : `“${title}”`);

/** What happened to a work, a project or an organisation at an event. */
export const sayMilestone =
  ([zh, en]: Words) =>
  (fact: FactReader): string =>
    fact.zh ? `${fact.name('subject')}在${fact.name('event')}上${zh}。` : `${fact.name('subject')} ${en} at ${fact.name('event')}.`;
