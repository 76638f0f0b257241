import {
  comparators,
  completenesses,
  kindsOf,
  type Label,
  listRelations,
  metrics,
  modes,
  remarkKinds,
  statementProperties,
  statuses,
} from '../vocabulary.ts';
import type { FactReader } from './fact-reader.ts';

/** What a printed unit counts, in English. */
const units: Record<string, Label> = Object.fromEntries(
  Object.entries({
    人: 'people',
    名: 'people',
    人次: 'person-times',
    家: 'organisations',
    册: 'copies',
    场: 'sessions',
    个: 'items',
    省: 'provinces',
  }).map(([zh, en]) => [zh, { zh, en }]),
);

const allKinds: Record<string, Label> = Object.assign({}, ...Object.values(kindsOf));

/** What a source says of an entity itself. */
export function sayStatement(fact: FactReader): string {
  const value = wordOf(fact);
  const inferred = fact.text('inferred') === 'true';
  const property = fact.word('property', statementProperties);
  return fact.zh
    ? `${fact.name('subject')}的${property}为“${value}”${inferred ? '（推定）' : ''}。`
    : `The ${property} of ${fact.name('subject')} is “${value}”${inferred ? ' (inferred)' : ''}.`;
}

function wordOf(fact: FactReader): string {
  const vocabulary = { KIND: allKinds, STATUS: statuses as Record<string, Label> }[fact.text('property')];
  return (vocabulary && fact.word('value', vocabulary)) || fact.text('value');
}

/** A number that a source gives of something, or the group of people it gives no number of. */
export function sayFigure(fact: FactReader): string {
  const metric = fact.word('metric', metrics);
  const details = [fact.word('mode', modes), fact.text('group')].filter(Boolean).join(fact.zh ? '，' : ', ');
  const amount = amountOf(fact);
  if (fact.zh)
    return `${fact.name('subject')}的${metric}${amount ? `为${amount}${fact.text('unit')}` : '未说明'}${fact.around('（', details, '）')}。`;
  return `${fact.name('subject')} – ${metric}: ${amount ? `${amount} ${fact.word('unit', units)}` : 'not stated'}${fact.around(' (', details, ')')}.`;
}

const amountOf = (fact: FactReader): string => {
  const bare = bareAmount(fact);
  return bare && `${fact.word('comparator', comparators)}${bare}`;
};

function bareAmount(fact: FactReader): string {
  const [value, min, max] = ['value', 'min', 'max'].map((name) => grouped(fact.text(name)));
  if (value) return value;
  if (min && max) return fact.zh ? `${min}至${max}` : `${min} to ${max}`;
  return `${fact.around(fact.zh ? '不少于' : 'no fewer than ', min ?? '')}${fact.around(fact.zh ? '不超过' : 'no more than ', max ?? '')}`;
}

const grouped = (digits: string): string => (digits === '' ? '' : Number(digits).toLocaleString('en-US'));

/** What a person said, in the curator's words. */
export function sayRemark(fact: FactReader): string {
  const [kind, at, to] = [fact.word('kind', remarkKinds), fact.name('event'), fact.name('addressee')];
  return fact.zh
    ? `${fact.name('speaker')}${fact.around('在', at)}${fact.around('对', to)}${kind}：${fact.text('gist')}。`
    : `${fact.name('speaker')} ${kind}${fact.around(' at ', at)}${fact.around(', to ', to)}: ${fact.text('gist')}.`;
}

/** What something was called before. */
export const sayFormerName = (fact: FactReader): string =>
  fact.zh ? `${fact.name('subject')}曾用名“${fact.text('name')}”。` : `${fact.name('subject')} was formerly named “${fact.text('name')}”.`;

/** Whether a printed list is whole. */
export function sayListStatus(fact: FactReader): string {
  const [relation, completeness] = [fact.word('relation', listRelations), fact.word('completeness', completenesses)];
  return fact.zh
    ? `${fact.name('subject')}的${relation}：${completeness}。`
    : `The list of ${relation} of ${fact.name('subject')}: ${completeness}.`;
}
