import { certainties } from '../../../domain/vocabulary.ts';
import type { Table } from '../../../exporter/table.ts';
import { formatDate } from '../../language/format.ts';
import { pick } from '../../language/language.ts';
import type { Partner } from '../../operations/partnerships.ts';
import { countSources } from './count-sources.ts';
import type { tieKinds } from './tie-kinds.ts';
import { say } from './words.ts';

/** Partnerships as exported: a row for each tie, with the ids of partner and fact. */
export const tabulatePartners = (name: string, partners: readonly Partner[]): Table => ({
  name,
  columns: [
    { title: say('partner'), width: 28 },
    { title: say('kind'), width: 12 },
    { title: say('statement'), width: 70 },
    { title: say('date'), width: 18 },
    { title: say('certainty'), width: 18 },
    { title: say('sources'), width: 10 },
    { title: say('partnerId'), width: 40 },
    { title: say('factId'), width: 32 },
  ],
  rows: partners.flatMap(({ partner, ties, undated }) =>
    ties.map((tie) => [
      partner.label,
      say(tie.kind as (typeof tieKinds)[number]),
      tie.statement,
      formatDate(tie.date) || null,
      [pick(certainties[tie.certainty]), undated.includes(tie.factId) && say('undated')].filter(Boolean).join(' · '),
      countSources([tie]),
      partner.id,
      tie.factId,
    ]),
  ),
});
