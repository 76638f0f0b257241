import type { WriteTransaction } from '../database/connect.ts';
import { type FactSpec, type FactType, factSpec } from '../domain/facts.ts';
import { canonicalJson } from '../domain/ids.ts';
import type { FactState, FactTie } from './fold-fact.ts';
import type { PlannedFact } from './plan.ts';

export interface FoldedFact extends PlannedFact {
  readonly state: FactState;
}

/** Writes facts of one type as they now are, in both their forms: the typed node or relationship, and the `Fact` all lists read. */
export async function writeFacts(tx: WriteTransaction, type: FactType, facts: readonly FoldedFact[]): Promise<void> {
  if (facts.length === 0) return;
  const spec: FactSpec = factSpec(type);
  const rows = facts.map((fact) => rowOf(fact, spec));
  await tx.run(spec.form === 'node' ? mergeNodes(type) : mergeCompanions, { rows });
  await tx.run(mergeEnds, { rows });
  if (spec.form === 'relationship') await tx.run(mergeRelationships(type), { rows });
  else await writeTypedEnds(tx, type, rows);
}

type Row = ReturnType<typeof rowOf>;

function rowOf({ factId, identity, entityId, state }: FoldedFact, spec: FactSpec) {
  const own = { ...state.properties, factId, certainty: state.certainty, disputed: state.contested };
  const register = { factKind: spec.kind, factType: identity.type, docKey: state.docKey, orderKey: state.orderKey, sources: state.sources };
  // An agreement is one of its own ends, so that its fact is among those about it.
  const ties = [...state.ties, ...(entityId ? [{ part: 'agreement', entity: entityId, carried: {} }] : [])];
  return {
    factId,
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

const mergeNodes = (type: FactType) => `
UNWIND $rows AS row
MERGE (f:Fact {factId: row.factId})
SET f = row.fact, f:${type === 'Agreement' ? 'Agreement:Entity' : type}`;

const mergeCompanions = `
UNWIND $rows AS row
MERGE (f:Fact {factId: row.factId})
SET f = row.fact`;

const mergeEnds = `
UNWIND $rows AS row
MATCH (f:Fact {factId: row.factId})
CALL (f) { OPTIONAL MATCH (f)-[old:END]->() DELETE old }
UNWIND row.ties AS tie
MATCH (e:Entity {id: tie.entity})
CREATE (f)-[r:END]->(e)
SET r = tie.properties`;

const mergeRelationships = (type: FactType) => `
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[r:${type} {factId: row.factId}]->(b)
SET r = row.own`;

async function writeTypedEnds(tx: WriteTransaction, type: FactType, rows: readonly Row[]): Promise<void> {
  for (const by of new Set(Object.values<FactSpec['ends'][string]>(factSpec(type).ends).map((end) => end.by)))
    await tx.run(
      `UNWIND $rows AS row
       MATCH (f:${type} {factId: row.factId})
       CALL (f) { OPTIONAL MATCH (f)-[old:${by}]->() DELETE old }
       UNWIND [tie IN row.ties WHERE tie.by = $by] AS tie
       MATCH (e:Entity {id: tie.entity})
       CREATE (f)-[r:${by}]->(e)
       SET r = tie.carried`,
      { rows, by },
    );
}
