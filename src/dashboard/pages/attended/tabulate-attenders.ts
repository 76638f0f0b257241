import type { Table } from '../../../exporter/table.ts';
import { language } from '../../language/language.ts';
import type { Attender } from '../../operations/attended.ts';
import { say } from './words.ts';

/** Those who meet the question, as exported: with what says so, and the ids of both. */
export const tabulateAttenders = (rows: readonly Attender[]): Table => ({
  name: say('title'),
  columns: [
    { title: say('name'), width: 16 },
    { title: say('otherName'), width: 20 },
    { title: say('proof'), width: 80 },
    { title: say('id'), width: 28 },
    { title: say('factIds'), width: 40 },
  ],
  rows: rows.map(({ participant, matches }) => {
    const facts = matches.flatMap((match) => match.facts);
    return [
      participant.label,
      language === 'EN' ? participant.name : participant.nameEn,
      facts.map(({ statement }) => statement).join('\n'),
      participant.id,
      facts.map(({ factId }) => factId).join(' '),
    ];
  }),
});
