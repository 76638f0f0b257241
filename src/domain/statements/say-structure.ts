import type { FactReader } from './fact-reader.ts';

/** What belongs to what. */
export const sayPartOf = (fact: FactReader): string =>
  fact.zh ? `${fact.name('part')}隶属于${fact.name('whole')}。` : `${fact.name('part')} is part of ${fact.name('whole')}.`;

/** Which series an event is an edition of. */
export function sayEdition(fact: FactReader): string {
  const year = fact.text('year');
  return fact.zh
    ? `${fact.name('event')}是系列活动“${fact.name('series')}”的一届${fact.around('（', year, '年）')}。`
    : `${fact.name('event')} is an edition of the series “${fact.name('series')}”${fact.around(' (', year, ')')}.`;
}

/** Where an event was held. */
export const sayVenue = (fact: FactReader): string =>
  fact.zh
    ? `${fact.name('located')}${fact.around('（', fact.text('phase'), '）')}举办地点为${fact.name('location')}。`
    : `${fact.name('located')}${fact.around(' (', fact.text('phase'), ')')} was held at ${fact.name('location')}.`;

/** Where a place or an organisation lies. */
export const sayLocation = (fact: FactReader): string =>
  fact.zh ? `${fact.name('located')}位于${fact.name('location')}。` : `${fact.name('located')} is located in ${fact.name('location')}.`;

/** Which organisation houses another. */
export const saySeat = (fact: FactReader): string =>
  fact.zh ? `${fact.name('located')}挂靠于${fact.name('location')}。` : `${fact.name('located')} is seated at ${fact.name('location')}.`;
