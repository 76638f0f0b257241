import { type FigureKey, givenParts, type OverviewScope, type ScopePart, scopeEntities } from './overview-figures.ts';

/** A question whose `totalCount` is a figure: a field of Query and its arguments. */
export interface FigureRows {
  readonly key: FigureKey;
  readonly field: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Given = Partial<Record<ScopePart, string>>;

/** A figure, the parts of a scope that narrow its question, how many entities it needs and takes, and the question's arguments. */
interface FigureSpec {
  readonly key: FigureKey;
  readonly field: string;
  readonly takes: readonly ScopePart[];
  readonly entities?: readonly [least: number, most: number];
  readonly ranged?: true;
  readonly variables: (given: Given) => Record<string, unknown>;
}

const dropEmpty = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
const filterBy = (filter: Record<string, unknown>): Record<string, unknown> => {
  const kept = dropEmpty(filter);
  return Object.keys(kept).length > 0 ? { filter: kept } : {};
};
const listed = (key: FigureKey, field: string, ...takes: ScopePart[]): FigureSpec => ({ key, field, takes, variables: filterBy });

const range = ['from', 'to'] as const;
const entities = ['organisationId', 'eventId', 'seriesId'] as const;
const oneOf = ({ organisationId, eventId, seriesId }: Given) => organisationId ?? eventId ?? seriesId;

const presentOf = (key: FigureKey, kind: string): FigureSpec[] => [
  {
    key,
    field: 'roster',
    takes: ['eventId'],
    entities: [1, 1],
    variables: ({ eventId }) => ({ eventId, participantKinds: [kind] }),
  },
  {
    key,
    field: 'participants',
    takes: ['seriesId', ...range],
    entities: [1, 1],
    variables: (given) => ({ anyOf: [given], participantKinds: [kind] }),
  },
];

const specs: readonly FigureSpec[] = [
  listed('PEOPLE', 'people', ...entities),
  listed('ORGANISATIONS', 'organisations', ...entities),
  ...presentOf('PEOPLE_PRESENT', 'PERSON'),
  ...presentOf('ORGANISATIONS_PRESENT', 'ORGANISATION'),
  listed('EVENT_SERIES', 'eventSeries', 'organisationId'),
  listed('EVENTS', 'events', ...entities, ...range),
  {
    key: 'AGREEMENTS',
    field: 'agreements',
    takes: [...entities, ...range],
    variables: ({ organisationId, eventId, seriesId, from, to }) =>
      filterBy({
        partyIds: organisationId && [organisationId],
        signedAtEventId: eventId,
        signedAtSeriesId: seriesId,
        signedFrom: from,
        signedTo: to,
      }),
  },
  { key: 'PARTNERS', field: 'partnerships', takes: ['organisationId'], entities: [1, 1], variables: (given) => given },
  listed('WORKS', 'works', 'organisationId', 'eventId'),
  listed('PROJECTS', 'projects', 'organisationId', 'eventId'),
  listed('HONOURS', 'honours', 'organisationId', 'eventId'),
  listed('PLACES', 'places', 'eventId'),
  listed('SOURCES', 'sources', 'organisationId', ...range),
  {
    key: 'FACTS',
    field: 'facts',
    takes: entities,
    entities: [0, 1],
    variables: (given) => filterBy({ entityIds: oneOf(given) && [oneOf(given)] }),
  },
  {
    key: 'FACTS',
    field: 'timeline',
    takes: [...entities, ...range],
    entities: [1, 1],
    ranged: true,
    variables: (given) => dropEmpty({ entityIds: [oneOf(given)], from: given.from, to: given.to }),
  },
];

/** The figures of a scope: those that every part of it narrows. */
export function chooseFigures(scope: OverviewScope): FigureRows[] {
  const given = givenParts(scope);
  const parts = Object.keys(given) as ScopePart[];
  const named = parts.filter((part) => part in scopeEntities).length;
  const fits = ({ takes, entities: [least, most] = [0, 3], ranged }: FigureSpec) =>
    parts.every((part) => takes.includes(part)) && least <= named && named <= most && (!ranged || parts.length > named);
  return specs.filter(fits).map(({ key, field, variables }) => ({ key, field, variables: variables(given) }));
}
