import { type FactKind, factSpec, factTypes } from '../../domain/facts.ts';
import type { Parameters } from '../connect.ts';
import { where } from './statement.ts';

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

/** What of that the text of a statement depends on; all else goes in through its parameters, so that it can be anything. */
export interface FactsShape extends Pick<FactsAt, 'eventsOnceBy'> {
  readonly newestFirst: boolean;
  readonly kinds: boolean;
  readonly oneKind: boolean;
  readonly parts: boolean;
  readonly types: boolean;
  readonly roles: boolean;
  /** Whether the entity is one end only of each fact. */
  readonly onceEach: boolean;
}

export const shapeOf = ({ kinds, parts, types, roles, newestFirst = false, eventsOnceBy }: FactsAt): FactsShape => ({
  newestFirst,
  kinds: !!kinds,
  oneKind: kinds?.length === 1,
  parts: !!parts,
  types: !!types,
  roles: !!roles,
  onceEach: parts?.length === 1 && !ofSeveral.has(parts[0] as string),
  eventsOnceBy,
});

/** Parts that several entities have in one fact. */
const ofSeveral = new Set(
  factTypes.flatMap((type) => Object.entries(factSpec(type).ends).flatMap(([part, { many }]) => (many ? part : []))),
);

/** How many rows hold a page of different facts: an entity can be several ends of one, but of few. */
const rowsFor = (list: string, { onceEach }: FactsShape): string => (onceEach ? `${list}.limit` : `4 * ${list}.limit`);

/**
 * A page of the facts `f` at `entityId`, each with its `key` in the list's order.
 * It seeks in the order of the key, so that a page of a hub costs what one of a small entity does.
 */
export const pageOfFactsAt = (list: string, shape: FactsShape): string => (shape.newestFirst ? newestFirst : byLine)(list, shape);

/** What stands under the parameter that it reads. */
export const pageParameter = ({ wanted, after, limit }: ListCut): Parameters =>
  wanted.newestFirst ? { ...wanted, ...beyond(after), limit } : { ...factsAtParameter(wanted, after), limit };

const byLine = (list: string, shape: FactsShape): string =>
  `${matchFactsAt(list, shape, `WITH f, r ORDER BY r.entityId, ${shape.oneKind ? 'r.factKind, ' : ''}r.docKey LIMIT ${rowsFor(list, shape)}`)}
    RETURN f, key ORDER BY key LIMIT ${list}.limit`;

// Undated facts bear `~`, which sorts above all dates, so they are read apart.
const newestFirst = (list: string, shape: FactsShape): string => {
  const part = (order: string, ...conditions: string[]) => `MATCH (f:Fact)-[r:END]->()
      USING INDEX r:END(entityId, dateKey)
      ${where('r.entityId = entityId', ...conditions, ofKinds(list, shape), ...conditionsOf(list, shape))}
      WITH f, r ORDER BY r.entityId${order} LIMIT ${rowsFor(list, shape)}
      RETURN f, r.dateKey AS date, r.docKey AS line`;
  return `CALL (entityId) {
      ${part(' DESC, r.dateKey DESC, r.docKey', `r.dateKey <= ${list}.date`, "r.dateKey < '~'", `(r.dateKey < ${list}.date OR r.docKey > ${list}.line)`)}
      UNION
      ${part(', r.dateKey, r.docKey', "r.dateKey = '~'", `r.docKey > ${list}.undatedLine`)}
    }
    WITH DISTINCT f, date, line
    RETURN f, date + ' ' + line AS key ORDER BY CASE date WHEN '~' THEN '' ELSE date END DESC, line LIMIT ${list}.limit`;
};

/** Where such a page begins, among the dated facts and among the undated. */
function beyond(after: string | undefined) {
  if (after === undefined) return { date: '~', line: '', undatedLine: '' };
  const [date = '', line = ''] = after.split(' ');
  return date === '~' ? { date: '', line, undatedLine: line } : { date, line, undatedLine: '' };
}

/** What an entity is an end of. The key's condition lets the index be used. */
export const matchFactsAt = (list: string, shape: FactsShape, cut = ''): string => `MATCH (f:Fact)-[r:END]->()
    ${where('r.entityId = entityId', shape.oneKind ? `r.factKind = ${list}.kind` : ofKinds(list, shape), `r.docKey > ${list}.after`, ...conditionsOf(list, shape))}
    ${cut}
    WITH DISTINCT f, r.docKey AS key`;

/** The parameter that `matchFactsAt` reads. */
export const factsAtParameter = (wanted: FactsAt, after = '') => ({ ...wanted, kind: onlyKind(wanted), after });

/** Of one kind they have an index of their own: a place of an event is not looked for among its thousands of participants. */
const onlyKind = ({ kinds }: FactsAt): FactKind | undefined => (kinds?.length === 1 ? kinds[0] : undefined);

const ofKinds = (list: string, { kinds }: FactsShape) => kinds && `r.factKind IN ${list}.kinds`;

const conditionsOf = (list: string, { parts, types, roles, eventsOnceBy }: FactsShape) => [
  parts && `r.part IN ${list}.parts`,
  types && `f.factType IN ${list}.types`,
  roles && `f.role IN ${list}.roles`,
  eventsOnceBy && `NOT EXISTS { MATCH (f)-[:END]->(:Event)-[other:${eventsOnceBy}]->({id: entityId}) WHERE other.factId < f.factId }`,
];
