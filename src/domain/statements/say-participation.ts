import { eventRoles } from '../vocabulary.ts';
import type { FactReader } from './fact-reader.ts';

/** "Fan Daiming took part in X as chair, on behalf of Y." */
export function sayParticipation(fact: FactReader): string {
  const role = fact.word('role', eventRoles);
  const capacity = fact.around('（', fact.text('capacity'), '）');
  return fact.zh
    ? `${fact.name('participant')}${capacity}${fact.around('代表', fact.name('onBehalfOf'))}在${fact.name('event')}中的角色：${role}。`
    : `${fact.name('participant')} – ${fact.name('event')}: ${role}${fact.around(' (', fact.text('capacity'), ')')}${fact.around(', on behalf of ', fact.name('onBehalfOf'))}.`;
}

/** "X was not at Y." */
export function sayAbsence(fact: FactReader): string {
  return fact.zh
    ? `${fact.name('participant')}未参加${fact.name('event')}${fact.around('（', fact.text('reasonText'), '）')}。`
    : `${fact.name('participant')} was absent from ${fact.name('event')}${fact.around(' (', fact.text('reasonText'), ')')}.`;
}
