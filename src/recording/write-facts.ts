import type { WriteTransaction } from '../database/connect.ts';
import { type FactSpec, type FactType, factSpec } from '../domain/facts.ts';
import { canonicalJson } from '../domain/ids.ts';
import type { FactState, FactTie } from './fold-fact.ts';
import type { PlannedFact } from './plan.ts';

export interface FoldedFact extends PlannedFact {
  readonly state: FactState;
}

/** Writes facts as they now are, in both their forms: the typed node or relationship, and the `Fact` all lists read. `standing`: those already there. */
export async function writeFacts(tx: WriteTransaction, facts: readonly FoldedFact[], standing: ReadonlySet<string>): Promise<void> {
  if (facts.length === 0) return;
  const rows = facts.map(rowOf);
  const [nodes, links] = [rows.filter((row) => row.form === 'node'), rows.filter((row) => row.form === 'relationship')];
  const stale = links.filter((row) => standing.has(row.factId));
  // Each is sent what it needs and no more, and all in one go: none waits for the answer of another.
  await Promise.all([
    send(
      tx,
      mergeFacts,
      rows.map(({ factId, labels, fact }) => ({ factId, labels, fact })),
    ),
    send(
      tx,
      replaceEnds,
      rows.map(({ factId, ties }) => ({ factId, ties })),
    ),
    send(
      tx,
      replaceTypedEnds,
      nodes.map(({ factId, typedTies }) => ({ factId, ties: typedTies })),
    ),
    send(
      tx,
      removeRelationships,
      stale.map(({ factId, type, from, to }) => ({ factId, type, from, to })),
    ),
    send(
      tx,
      createRelationships,
      links.map(({ type, from, to, own }) => ({ type, from, to, own })),
    ),
  ]);
}

async function send(tx: WriteTransaction, cypher: string, rows: readonly object[]): Promise<void> {
  if (rows.length > 0) await tx.run(cypher, { rows });
}

function rowOf({ factId, identity, entityId, state }: FoldedFact) {
  const spec: FactSpec = factSpec(identity.type);
  const own = { ...state.properties, factId, certainty: state.certainty, disputed: state.contested };
  const register = { factKind: spec.kind, factType: identity.type, docKey: state.docKey, orderKey: state.orderKey, sources: state.sources };
  // An agreement is one of its own ends, so that its fact is among those about it.
  const ties = [...state.ties, ...(entityId ? [{ part: 'agreement', entity: entityId, carried: {} }] : [])];
  const typeOf = (part: string) => spec.ends[part]?.by ?? '';
  return {
    factId,
    form: spec.form,
    type: identity.type,
    labels: labelsOf(identity.type),
    own,
    fact: {
      ...own,
      ...register,
      contested: state.contested,
      identity: canonicalJson(identity),
      ...(spec.form === 'node' && { id: entityId ?? factId }),
    },
    ties: ties.map(({ part, entity, carried }) => ({
      entity,
      properties: { ...carried, part, entityId: entity, docKey: state.docKey, factKind: spec.kind },
    })),
    typedTies: ties.flatMap(({ part, entity, carried }) => (typeOf(part) ? [{ entity, carried, by: typeOf(part) }] : [])),
    from: endOf(state.ties, spec, 'from'),
    to: endOf(state.ties, spec, 'to'),
  };
}

const endOf = (ties: readonly FactTie[], spec: FactSpec, by: string): string | undefined =>
  ties.find((tie) => spec.ends[tie.part]?.by === by)?.entity;

const labelsOf = (type: FactType): string[] => {
  if (factSpec(type).form === 'relationship') return [];
  return type === 'Agreement' ? [type, 'Entity'] : [type];
};

// One text for all types, by dynamic labels and types: a cold database plans each new text for a tenth of a second.
const mergeFacts = `
UNWIND $rows AS row
MERGE (f:Fact {factId: row.factId})
SET f = row.fact, f:$(row.labels)`;

const replaceEnds = `
UNWIND $rows AS row
MATCH (f:Fact {factId: row.factId})
CALL (f) { OPTIONAL MATCH (f)-[old:END]->() DELETE old }
UNWIND row.ties AS tie
MATCH (e:Entity {id: tie.entity})
CREATE (f)-[r:END]->(e)
SET r = tie.properties`;

const replaceTypedEnds = `
UNWIND $rows AS row
MATCH (f:Fact {factId: row.factId})
CALL (f) { OPTIONAL MATCH (f)-[old]->() WHERE type(old) <> 'END' DELETE old }
UNWIND row.ties AS tie
MATCH (e:Entity {id: tie.entity})
CREATE (f)-[r:$(tie.by)]->(e)
SET r = tie.carried`;

// Only for facts that stand: to look for what is between two nodes walks all that this transaction has tied to a hub.
const removeRelationships = `
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
MATCH (a)-[old]->(b) WHERE old.factId = row.factId AND type(old) = row.type
DELETE old`;

const createRelationships = `
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
CREATE (a)-[r:$(row.type)]->(b)
SET r = row.own`;
