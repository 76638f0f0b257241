import type { Database, WriteTransaction } from '../../src/database/connect.ts';
import type { FactKind } from '../../src/domain/facts.ts';

/** The kinds of nodes, and what their ids begin with. */
export const prefixes = {
  Person: 'person',
  Organisation: 'organisation',
  Event: 'event',
  Work: 'work',
  Project: 'project',
  Place: 'place',
} as const;
/** A kind of node. */
export type Label = keyof typeof prefixes;

/** An entity. */
export interface Node {
  readonly id: string;
  readonly label: Label;
}
/** A relationship fact between two nodes, or a fact node that ties several. */
export interface Fact {
  readonly factId: string;
  readonly type: string;
  readonly kind: FactKind;
  readonly certainty: string;
  readonly ends: readonly string[];
}
/** Entities and the facts between them. */
export interface Graph {
  readonly nodes: readonly Node[];
  readonly facts: readonly Fact[];
}

/** The types of relationships that are made, and the kinds of their facts. */
export const kindOf = { PARTICIPATED_IN: 'PARTICIPATION', HELD_AT: 'LOCATION', PART_OF: 'PART_OF', TIE: 'AGREEMENT' } as const;

/** The neighbours that a fact makes. */
export const pairsOf = ({ type, ends }: Fact): [string, string][] => {
  const [first = '', second = ''] = ends;
  if (type !== 'TIE') return [[first, second]];
  const joining = ends.filter((id) => !id.startsWith('place:'));
  return joining.flatMap((a) => joining.filter((b) => a < b).map((b): [string, string] => [a, b]));
};

/** So many as a transaction has memory for. */
const perTransaction = 200;

/** Stores graphs in the shape that docs/graph.md describes. */
export async function storeGraphs(database: Database, graphs: readonly Graph[]): Promise<void> {
  for (let next = 0; next < graphs.length; next += perTransaction) {
    const some = graphs.slice(next, next + perTransaction);
    // Thousands of facts in one go, on whatever machine.
    await database.write((tx) => store(tx, some), { timeoutMs: 120_000 });
  }
}

async function store(tx: WriteTransaction, graphs: readonly Graph[]): Promise<void> {
  const [nodes, facts] = [graphs.flatMap((graph) => graph.nodes), graphs.flatMap((graph) => graph.facts)];
  const links = facts.flatMap((fact) => pairsOf(fact).map(([from, to]) => ({ ...fact, from, to })));
  await tx.run('UNWIND $nodes AS n CREATE (:Entity:$(n.label) {id: n.id, name: n.id})', { nodes });
  await tx.run(
    'UNWIND $facts AS f CREATE (:Fact {factId: f.factId, factKind: f.kind, factType: f.type, certainty: f.certainty, docKey: f.factId})',
    { facts },
  );
  for (const type of Object.keys(kindOf)) {
    const shape = type === 'TIE' ? '{factId: l.factId, kind: l.kind}' : '{factId: l.factId, certainty: l.certainty}';
    await tx.run(`UNWIND $links AS l MATCH (a:Entity {id: l.from}), (b:Entity {id: l.to}) CREATE (a)-[:${type} ${shape}]->(b)`, {
      links: links.filter((link) => link.type === type),
    });
  }
}
