import { parseDateBlock } from '../domain/dates.ts';
import { nameKeys } from '../domain/names/name-keys.ts';
import type { StatementProperty } from '../domain/vocabulary.ts';

/** A living statement about an entity. `orderKey`: published date, source, line of its first evidence. */
export interface LivingStatement {
  readonly property: StatementProperty;
  readonly value: string;
  readonly inferred?: boolean;
  readonly text?: string;
  readonly orderKey: string;
}

/** What a source's file decided about an entity, in the sources' order. */
export interface Declaration {
  readonly nameEn?: string;
  readonly nameEnStatus?: string;
  readonly pinyin?: readonly string[];
  readonly divisionCode?: string;
}

export interface EntityMaterial {
  readonly id: string;
  readonly label: string;
  readonly statements: readonly LivingStatement[];
  readonly declarations: readonly Declaration[];
  readonly formerNames: readonly string[];
}

type Properties = Record<string, string | number | boolean | readonly string[] | null>;

/** Every property an entity's node can copy, so that one no longer said is taken away. */
const blank: Properties = Object.fromEntries(
  [
    'name',
    'nameEn',
    'nameEnStatus',
    'aliases',
    'kind',
    'kinds',
    'honorifics',
    'themes',
    'aims',
    'status',
    'startYear',
    'divisionCode',
    'formerNames',
  ]
    .concat([
      'dateStart',
      'dateEnd',
      'datePrecision',
      'dateInferred',
      'dateText',
      'dateKey',
      'nameKey',
      'pinyin',
      'initials',
      'traditional',
    ])
    .map((name) => [name, null]),
);

/**
 * Works out an entity's own properties from the living statements and the curators' declarations about it.
 * Shape: every copied property, null where nothing is said. Source: the project's domain model.
 */
export function foldEntity({ id, label, statements, declarations, formerNames }: EntityMaterial): Properties {
  // What one line says together is told in the order of the words, for the database promises none.
  const place = (row: LivingStatement) => `${row.orderKey}|${row.value}`;
  const ordered = [...statements].sort((a, b) => (place(a) < place(b) ? -1 : 1));
  const all = (property: StatementProperty) => ordered.filter((row) => row.property === property);
  const values = (property: StatementProperty) => [...new Set(all(property).map((row) => row.value))];
  const decided = firstOfEach(declarations);
  const [name = id, ...otherNames] = values('NAME');
  const aliases = [...new Set([...values('ALIAS'), ...otherNames])];
  return {
    ...blank,
    ...decided,
    name,
    aliases,
    formerNames,
    ...kindProperties(label, values('KIND')),
    ...(label === 'Person' && { honorifics: values('HONORIFIC') }),
    ...(label === 'Event' && { themes: values('THEME') }),
    ...(label === 'Project' && { aims: values('AIM') }),
    ...dateProperties(label, all('DATE')[0]),
    status: values('STATUS')[0] ?? null,
    startYear: Number(values('START_YEAR')[0]) || null,
    ...searchKeys(id, name, [...aliases, ...formerNames], label, decided.pinyin),
  };
}

/** The search keys of a name; `nameKey` ends in the id, so that no two are equal. */
export function searchKeys(
  id: string,
  name: string,
  aliases: readonly string[],
  label: string,
  readings: readonly string[] = [],
): Properties {
  const { nameKey, ...keys } = nameKeys(name, [...aliases], { person: label === 'Person', readings: [...readings] });
  return { ...keys, nameKey: `${nameKey}|${id}` };
}

function firstOfEach(declarations: readonly Declaration[]): Declaration {
  const { nameEn, nameEnStatus } = declarations.find((row) => row.nameEn) ?? {};
  const pinyin = declarations.find((row) => row.pinyin)?.pinyin;
  const divisionCode = declarations.find((row) => row.divisionCode)?.divisionCode;
  return {
    ...(nameEn && { nameEn, nameEnStatus: nameEnStatus ?? 'UNVERIFIED' }),
    ...(pinyin && { pinyin }),
    ...(divisionCode && { divisionCode }),
  };
}

const kindProperties = (label: string, kinds: string[]): Properties => (label === 'Person' ? { kinds } : { kind: kinds[0] ?? null });

function dateProperties(label: string, statement: LivingStatement | undefined): Properties {
  if (!statement) return label === 'Event' || label === 'Source' || label === 'Agreement' ? { dateKey: '~' } : {};
  const { start, end, precision, inferred, text } = parseDateBlock(statement.value, statement.inferred, statement.text);
  return { dateStart: start, dateEnd: end, datePrecision: precision, dateInferred: inferred, dateText: text, dateKey: start };
}
