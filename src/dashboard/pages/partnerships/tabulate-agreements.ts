import { agreementKinds, certainties } from '../../../domain/vocabulary.ts';
import type { Table } from '../../../exporter/table.ts';
import { sayLines } from '../../evidence/say-lines.ts';
import { formatDate, formatPartialDate } from '../../language/format.ts';
import { pick } from '../../language/language.ts';
import type { AgreementRow } from '../../operations/partnerships.ts';
import { countSources } from './count-sources.ts';
import { say } from './words.ts';

/** Agreements as exported, with how each stands on the chosen day, its lines and its ids. */
export const tabulateAgreements = (name: string, agreements: readonly AgreementRow[]): Table => ({
  name,
  columns: [
    { title: say('agreement'), width: 40 },
    { title: say('kind'), width: 16 },
    { title: say('parties'), width: 40 },
    { title: say('status'), width: 20 },
    { title: say('termFrom'), width: 16 },
    { title: say('termTo'), width: 16 },
    { title: say('signed'), width: 18 },
    { title: say('signedAt'), width: 28 },
    { title: say('subject'), width: 40 },
    { title: say('certainty'), width: 12 },
    { title: say('sources'), width: 10 },
    { title: say('evidence'), width: 24 },
    { title: say('agreementId'), width: 44 },
    { title: say('factId'), width: 32 },
  ],
  rows: agreements.map((each) => [
    each.label,
    each.kind && pick(agreementKinds[each.kind]),
    each.parties.map(({ label }) => label).join(say('comma')),
    say(each.status),
    each.termFrom && formatPartialDate(each.termFrom),
    each.termTo && formatPartialDate(each.termTo),
    formatDate(each.date) || null,
    each.signedAt?.label ?? null,
    each.subject,
    pick(certainties[each.certainty]),
    countSources([each]),
    each.evidence.map(({ lines }) => sayLines(lines)).join(say('comma')),
    each.id,
    each.factId,
  ]),
});
