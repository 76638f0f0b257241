import { type FactKind, factSpec, factTypes } from '../../domain/facts.ts';
import { type Statement, where } from './statement.ts';

/** Which of an entity's facts: of these kinds, with the entity at one of these ends. */
export interface FactsAt {
  readonly kinds?: readonly FactKind[] | null;
  readonly parts?: readonly string[] | null;
  readonly types?: readonly string[] | null;
  readonly roles?: readonly string[] | null;
  /** By date, the newest first and undated ones last; else by the sources' lines. */
  readonly newestFirst?: boolean;
  /** Of several facts that tie one event to the entity by this relationship, only one. */
  readonly eventsOnceBy?: 'HELD_AT';
}

/** How much of them: so many, beyond the key `after`. */
export interface ListCut {
  readonly wanted: FactsAt;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** How many rows hold a page of different facts: an entity can be several ends of one, but of few. */
const rowsFor = (list: string, { parts }: FactsAt): string =>
  parts?.length === 1 && !ofSeveral.has(parts[0] as string) ? `${list}.limit` : `4 * ${list}.limit`;

/** Parts that several entities have in one fact. */
const ofSeveral = new Set(
  factTypes.flatMap((type) => Object.entries(factSpec(type).ends).flatMap(([part, { many }]) => (many ? part : []))),
);

/**
 * A page of the facts `f` at `entityId`, each with its `key` in the list's order, and what stands under its parameter.
 * It seeks in the order of the key, so that a page of a hub costs what one of a small entity does.
 */
export const pageOfFactsAt = (list: string, cut: ListCut): Statement => (cut.wanted.newestFirst ? newestFirst : byLine)(list, cut);

const byLine = (list: string, { wanted, after = '', limit }: ListCut): Statement => ({
  cypher: `${matchFactsAt(list, wanted, `WITH f, r ORDER BY r.entityId, ${onlyKind(wanted) ? 'r.factKind, ' : ''}r.docKey LIMIT ${rowsFor(list, wanted)}`)}
    RETURN f, key ORDER BY key LIMIT ${list}.limit`,
  params: { ...factsAtParameter(wanted, after), limit },
});

// Undated facts bear `~`, which sorts above all dates, so they are read apart.
const newestFirst = (list: string, { wanted, after, limit }: ListCut): Statement => {
  const [date = '', line = ''] = after?.split(' ') ?? ['~'];
  const undatedOnly = after !== undefined && date === '~';
  const part = (order: string, ...conditions: string[]) => `MATCH (f:Fact)-[r:END]->()
      USING INDEX r:END(entityId, dateKey)
      ${where('r.entityId = entityId', ...conditions, ofKinds(list, wanted), ...conditionsOf(list, wanted))}
      WITH f, r ORDER BY r.entityId${order} LIMIT ${rowsFor(list, wanted)}
      RETURN f, r.dateKey AS date, r.docKey AS line`;
  const beyond = `(r.dateKey < ${list}.date OR r.docKey > ${list}.line)`;
  return {
    cypher: `CALL (entityId) {
      ${part(' DESC, r.dateKey DESC, r.docKey', `r.dateKey <= ${list}.date`, "r.dateKey < '~'", beyond)}
      UNION
      ${part(', r.dateKey, r.docKey', "r.dateKey = '~'", `r.docKey > ${list}.undatedLine`)}
    }
    WITH DISTINCT f, date, line
    RETURN f, date + ' ' + line AS key ORDER BY CASE date WHEN '~' THEN '' ELSE date END DESC, line LIMIT ${list}.limit`,
    params: { ...wanted, date: undatedOnly ? '' : date, line, undatedLine: undatedOnly ? line : '', limit },
  };
};

/** What an entity is an end of. The key's condition lets the index be used. */
export const matchFactsAt = (list: string, wanted: FactsAt, cut = ''): string => `MATCH (f:Fact)-[r:END]->()
    ${where('r.entityId = entityId', onlyKind(wanted) ? `r.factKind = ${list}.kind` : ofKinds(list, wanted), `r.docKey > ${list}.after`, ...conditionsOf(list, wanted))}
    ${cut}
    WITH DISTINCT f, r.docKey AS key`;

/** The parameter that `matchFactsAt` reads. */
export const factsAtParameter = (wanted: FactsAt, after = '') => ({ ...wanted, kind: onlyKind(wanted), after });

/** Of one kind they have an index of their own: a place of an event is not looked for among its thousands of participants. */
const onlyKind = ({ kinds }: FactsAt): FactKind | undefined => (kinds?.length === 1 ? kinds[0] : undefined);

const ofKinds = (list: string, { kinds }: FactsAt) => kinds && `r.factKind IN ${list}.kinds`;

const conditionsOf = (list: string, { parts, types, roles, eventsOnceBy }: FactsAt) => [
  parts && `r.part IN ${list}.parts`,
  types && `f.factType IN ${list}.types`,
  roles && `f.role IN ${list}.roles`,
  eventsOnceBy && `NOT EXISTS { MATCH (f)-[:END]->(:Event)-[other:${eventsOnceBy}]->({id: entityId}) WHERE other.factId < f.factId }`,
];
