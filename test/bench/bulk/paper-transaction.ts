import type { Row, WriteTransaction } from '../../../src/database/connect.ts';

/** What would be stored. */
export interface Written {
  /** Properties by the id of the entity. */
  readonly entities: Map<string, Row>;
  readonly facts: Map<string, { readonly labels: readonly string[]; readonly properties: Row }>;
  readonly evidence: Map<string, Row>;
  readonly links: Link[];
}

/** A relationship: of a fact, a piece of evidence or an entity to an entity. */
export interface Link {
  readonly type: string;
  readonly start: 'Entity' | 'Fact' | 'Evidence';
  readonly from: string;
  readonly to: string;
  readonly properties: Row;
}

/** What the importer reads of the graph between two writes. */
export interface Known {
  material(ids: readonly string[]): Row[];
  rolesHeld(pairs: readonly Row[]): Row[];
}

// biome-ignore lint/suspicious/noExplicitAny: each statement has parameters of its own.
type Params = any;
type Run = (params: Params) => Row[] | undefined;

/**
 * A transaction on an empty graph that keeps what it is told to store: so the importer's own functions say what that is.
 * It knows the importer's statements by a part of their text. Errors: an Error for a statement that it does not know.
 */
export function paperTransaction(known: Known): { tx: WriteTransaction; written: Written } {
  const written: Written = { entities: new Map(), facts: new Map(), evidence: new Map(), links: [] };
  const statements = Object.entries({ ...readsOf(known), ...nodesTo(written), ...linksTo(written) });
  const run = async (cypher: string, params: Params = {}): Promise<Row[]> => {
    const [, answer] = statements.find(([part]) => cypher.includes(part)) ?? [];
    if (!answer) throw new Error(`The importer has a new statement; say in paper-transaction.ts what it does: ${cypher}`);
    return answer(params) ?? [];
  };
  return { tx: { run }, written };
}

const readsOf = (known: Known): Record<string, Run> => ({
  'RETURN id, properties(d)': () => [],
  'RETURN id, properties(e)': ({ ids }) => known.material(ids),
  'RETURN DISTINCT e.id AS id': () => [],
  'RETURN id, e.dateKey': () => [],
  'RETURN DISTINCT id, above.id': ({ eventIds }) => eventIds.map((id: string) => ({ id, above: id })),
  'RETURN p.id AS participantId': ({ rosters }) => known.rolesHeld(rosters.flatMap(pairsOf)),
});

const pairsOf = ({ eventId, participantIds }: Params): Row[] => participantIds.map((participantId: string) => ({ participantId, eventId }));

const each = (rows: Params, work: (row: Params) => void): undefined => {
  for (const row of rows) work(row);
};

function nodesTo({ entities, facts, evidence, links }: Written): Record<string, Run> {
  const set = (id: string, properties: Row) => void entities.set(id, { ...entities.get(id), ...properties });
  return {
    'SET s += $own': ({ sourceId, own }) => set(sourceId, own),
    'SET s.fileHash': ({ sourceId, hash }) => set(sourceId, { fileHash: hash }),
    'SET e += row.properties': ({ rows }) => each(rows, (row) => set(row.id, row.properties)),
    'CREATE (v:Evidence)': ({ rows }) => each(rows, (row) => evidence.set(row.id, row)),
    'CREATE (f:Fact)': ({ rows }) =>
      each(rows, ({ factId, labels, fact, ties }) => {
        facts.set(factId, { labels, properties: fact });
        for (const tie of ties) links.push(...linksOf(factId, tie));
      }),
    'SET e.recorded': ({ eventIds }) => {
      const [all, own] = [countPresent(links, 'ON_ROSTER'), countPresent(links, 'ON_OWN_ROSTER')];
      for (const id of eventIds) set(id, { recorded: all.get(id) ?? 0, ownRecorded: own.get(id) ?? 0 });
    },
  };
}

/** An end of a fact, and the relationship of its own type that a fact which is a node has to it. */
function linksOf(from: string, { entity: to, properties, by, carried }: Params): Link[] {
  const end: Link = { type: 'END', start: 'Fact', from, to, properties };
  return by ? [end, { ...end, type: by, properties: carried }] : [end];
}

function countPresent(links: readonly Link[], type: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const link of links) if (link.type === type && link.properties.present) counts.set(link.to, (counts.get(link.to) ?? 0) + 1);
  return counts;
}

function linksTo({ links }: Written): Record<string, Run> {
  const add = (type: string, start: Link['start'], from: string, to: string, properties: Row) =>
    void links.push({ type, start, from, to, properties });
  return {
    'CREATE (a)-[r:$(row.type)]': ({ rows }) => each(rows, ({ type, from, to, own }) => add(type, 'Entity', from, to, own)),
    'CREATE (s)-[d:DECLARES]': ({ rows, sourceId }) => each(rows, (row) => add('DECLARES', 'Entity', sourceId, row.id, row.properties)),
    'CREATE (s)-[:LEFT_OUT]': () => [],
    'CREATE (p)-[r:$(roster)]': ({ rows }) =>
      each(rows, ({ place, rosters }) => each(rosters, (roster) => add(roster, 'Entity', place.participantId, place.eventId, place))),
  };
}
