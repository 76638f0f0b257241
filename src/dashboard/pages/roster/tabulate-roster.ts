import { type Certainty, certainties, type EventRole, eventRoles } from '../../../domain/vocabulary.ts';
import type { Table } from '../../../exporter/table.ts';
import { sayLines } from '../../evidence/say-lines.ts';
import { language, pick } from '../../language/language.ts';
import type { RosterEntry } from '../../operations/roster.ts';
import { say } from './words.ts';

/** A roster as it is exported: a row for each role held, with the ids by which it can come back in and the lines that say it. */
export function tabulateRoster(name: string, entries: readonly RosterEntry[]): Table {
  return {
    name,
    columns: [
      { title: say('name'), width: 14 },
      { title: say('otherName'), width: 18 },
      { title: say('role'), width: 12 },
      { title: say('capacity'), width: 34 },
      { title: say('onBehalfOf'), width: 24 },
      { title: say('event'), width: 28 },
      { title: say('certainty'), width: 8 },
      { title: say('evidence'), width: 30 },
      { title: say('participantId'), width: 26 },
      { title: say('factId'), width: 32 },
    ],
    rows: entries.flatMap(({ participant, roles }) =>
      roles.map((held) => [
        participant.label,
        language === 'EN' ? participant.name : participant.nameEn,
        pick(eventRoles[held.role as EventRole]),
        held.capacity,
        held.onBehalfOf?.label ?? null,
        held.event.label,
        pick(certainties[held.certainty as Certainty]),
        held.evidence.map(({ source, lines }) => `${source.id} ${sayLines(lines)}`).join('; '),
        participant.id,
        held.factId,
      ]),
    ),
  };
}
