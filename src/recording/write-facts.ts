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
  await tx.run(mergeFacts, { rows });
  await tx.run(replaceEnds, { rows });
  const [nodes, links] = [rows.filter((row) => row.form === 'node'), rows.filter((row) => row.form === 'relationship')];
  await tx.run(replaceTypedEnds, { rows: nodes });
  const stale = links.filter((row) => standing.has(row.factId));
  if (stale.length > 0) await tx.run(removeRelationships, { rows: stale });
  await tx.run(createRelationships, { rows: links });
}

function rowOf({ factId, identity, entityId, state }: FoldedFact) {
  const spec: FactSpec = factSpec(identity.type);
  const own = { ...state.properties, factId, certainty: state.certainty, disputed: state.contested };
  const register = { factKind: spec.kind, factType: identity.type, docKey: state.docKey, orderKey: state.orderKey, sources: state.sources };
  // An agreement is one of its own ends, so that its fact is among those about it.
  const ties = [...state.ties, ...(entityId ? [{ part: 'agreement', entity: entityId, carried: {} }] : [])];
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
    ties: ties.map((tie) => ({
      ...tie,
      by: spec.ends[tie.part]?.by ?? '',
      properties: { ...tie.carried, part: tie.part, entityId: tie.entity, docKey: state.docKey, factKind: spec.kind },
    })),
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
UNWIND [tie IN row.ties WHERE tie.by <> ''] AS tie
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
