import type { WriteTransaction } from '../database/connect.ts';

const tieEnds = `
UNWIND $factIds AS factId
MATCH (f:Fact {factId: factId})
USING INDEX SEEK f:Fact(factId)
MATCH (f)-[x:END]->(a) WHERE (a:Person OR a:Organisation OR a:Event OR a:Work OR a:Project) AND x.part <> 'onBehalfOf'
MATCH (f)-[y:END]->(b) WHERE (b:Person OR b:Organisation OR b:Event OR b:Work OR b:Project) AND y.part <> 'onBehalfOf' AND a.id < b.id
WITH DISTINCT f, a, b
CREATE (a)-[:TIE {factId: f.factId, kind: f.factKind}]->(b)`;

/** Makes one hop of each fact node that ties several, so that a path's length counts facts; of one that is withdrawn, none is left. */
export async function projectTies(tx: WriteTransaction, factIds: readonly string[]): Promise<void> {
  if (factIds.length === 0) return;
  await tx.run('UNWIND $factIds AS factId MATCH ()-[r:TIE {factId: factId}]->() USING INDEX SEEK r:TIE(factId) DELETE r', { factIds });
  await tx.run(tieEnds, { factIds });
}
