import type { FactRow } from '../database/queries/fact-row.ts';
import { dateOfFact } from '../domain/read-date.ts';
import { composeStatement } from '../domain/statements/compose-statement.ts';
import type { Language } from '../domain/statements/fact-content.ts';
import { listAttributes } from '../domain/statements/list-attributes.ts';
import { evidenceOfFact } from './evidence.ts';

/** The API names one end by its part, the file a list of them by its plural. */
const singular: Record<string, string> = { parties: 'party', signatories: 'signatory', conferrers: 'conferrer' };

/** Fields of `Fact`. */
export const fact = {
  kind: (row: FactRow) => row.factKind,
  statement: (row: FactRow, { lang }: { lang?: Language | null }) => composeStatement(row, lang ?? 'ZH'),
  ends: (row: FactRow) => row.ends.map(({ part, entity }) => ({ part: singular[part] ?? part, entity })),
  attributes: (row: FactRow) => listAttributes(row),
  date: (row: FactRow) => dateOfFact(row.properties, row.ends),
  evidence: evidenceOfFact,
};
