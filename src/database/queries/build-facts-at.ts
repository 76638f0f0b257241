import type { FactKind } from '../../domain/facts.ts';
import { type FactPart, factPart, factPartParameter } from './asked-fact.ts';
import { type Statement, where } from './statement.ts';
import { wholeFact } from './whole-fact.ts';

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

/** Which list of facts: how much of it, beyond the key `after`, and what of each fact, the whole of it unless told. */
export interface FactList {
  readonly wanted: FactsAt;
  readonly after?: string | undefined;
  readonly limit: number;
  readonly asked?: FactPart | undefined;
}

/** The same list at several entities. */
export interface FactLists extends FactList {
  readonly entityIds: readonly string[];
}

// An entity can be several ends of one fact, but of few: as many rows hold a page of different facts.
const ENDS_OF_ONE = 4;

/** The statement for pages: it seeks in the order of the key, so that a page of a hub costs what one of a small entity does. */
export function buildFactsAtQuery(lists: readonly FactLists[]): Statement {
  const parts = lists.map((list, place) => (list.wanted.newestFirst ? newestFirst : byLine)(list, place));
  return {
    cypher: parts.map(({ cypher }) => cypher).join('\nUNION ALL\n'),
    params: Object.fromEntries(parts.map(({ params }, place) => [`list${place}`, params])),
  };
}

const byLine = ({ entityIds, wanted, after = '', limit, asked }: FactLists, place: number): Statement => ({
  cypher: `UNWIND $list${place}.entityIds AS entityId
CALL (entityId) {
  ${factsOf(`$list${place}`, wanted, `WITH f, r ORDER BY r.entityId, ${onlyKind(wanted) ? 'r.factKind, ' : ''}r.docKey LIMIT ${ENDS_OF_ONE} * $list${place}.limit`)}
  RETURN f, key ORDER BY key LIMIT $list${place}.limit
}
${returnFacts(place, asked)}`,
  params: { entityIds, ...wanted, kind: onlyKind(wanted), after, limit, ...partParameter(asked) },
});

// Undated facts bear `~`, which sorts above all dates, so they are read apart.
const newestFirst = ({ entityIds, wanted, after, limit, asked }: FactLists, place: number): Statement => {
  const list = `$list${place}`;
  const [date = '', line = ''] = after?.split(' ') ?? ['~'];
  const undatedOnly = after !== undefined && date === '~';
  const part = (order: string, ...conditions: string[]) => `MATCH (f:Fact)-[r:END]->()
  USING INDEX r:END(entityId, dateKey)
  ${where('r.entityId = entityId', ...conditions, ofKinds(list, wanted), ...conditionsOf(list, wanted))}
  WITH f, r ORDER BY r.entityId${order} LIMIT ${ENDS_OF_ONE} * ${list}.limit
  RETURN f, r.dateKey AS date, r.docKey AS line`;
  const beyond = `(r.dateKey < ${list}.date OR r.docKey > ${list}.line)`;
  return {
    cypher: `UNWIND ${list}.entityIds AS entityId
CALL (entityId) {
  CALL (entityId) {
  ${part(' DESC, r.dateKey DESC, r.docKey', `r.dateKey <= ${list}.date`, "r.dateKey < '~'", beyond)}
  UNION
  ${part(', r.dateKey, r.docKey', "r.dateKey = '~'", `r.docKey > ${list}.undatedLine`)}
  }
  WITH DISTINCT f, date, line
  RETURN f, date + ' ' + line AS key ORDER BY CASE date WHEN '~' THEN '' ELSE date END DESC, line LIMIT ${list}.limit
}
${returnFacts(place, asked)}`,
    params: {
      ...{ entityIds, ...wanted, date: undatedOnly ? '' : date, line, undatedLine: undatedOnly ? line : '', limit },
      ...partParameter(asked),
    },
  };
};

const returnFacts = (place: number, asked?: FactPart): string =>
  `RETURN ${place} AS list, entityId, f.id AS nodeId, key, ${asked ? factPart(`$list${place}.asked`) : wholeFact}`;

const partParameter = (asked?: FactPart) => asked && { asked: factPartParameter(asked) };

/** The statement for the counts. */
export const buildFactsAtCount = (entityIds: readonly string[], wanted: FactsAt): Statement => ({
  cypher: `UNWIND $list.entityIds AS entityId
CALL (entityId) {
  ${factsOf('$list', wanted)}
  RETURN count(f) AS total
}
RETURN entityId, total`,
  params: { list: { entityIds, ...wanted, kind: onlyKind(wanted), after: '' } },
});

/** Of one kind they have an index of their own: a place of an event is not looked for among its thousands of participants. */
const onlyKind = ({ kinds }: FactsAt): FactKind | undefined => (kinds?.length === 1 ? kinds[0] : undefined);

/** What an entity is an end of. The key's condition lets the index be used. */
const factsOf = (list: string, wanted: FactsAt, cut = ''): string => `MATCH (f:Fact)-[r:END]->()
  ${where('r.entityId = entityId', onlyKind(wanted) ? `r.factKind = ${list}.kind` : ofKinds(list, wanted), `r.docKey > ${list}.after`, ...conditionsOf(list, wanted))}
  ${cut}
  WITH DISTINCT f, r.docKey AS key`;

const ofKinds = (list: string, { kinds }: FactsAt) => kinds && `r.factKind IN ${list}.kinds`;

const conditionsOf = (list: string, { parts, types, roles, eventsOnceBy }: FactsAt) => [
  parts && `r.part IN ${list}.parts`,
  types && `f.factType IN ${list}.types`,
  roles && `f.role IN ${list}.roles`,
  eventsOnceBy && `NOT EXISTS { MATCH (f)-[:END]->(:Event)-[other:${eventsOnceBy}]->({id: entityId}) WHERE other.factId < f.factId }`,
];
