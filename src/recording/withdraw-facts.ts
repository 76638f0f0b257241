import type { Row, WriteTransaction } from '../database/connect.ts';
import { factSpec } from '../domain/facts.ts';
import { groupBy } from '../domain/group-by.ts';
import { canonicalJson } from '../domain/ids.ts';
import type { StandingFact } from './read-state.ts';

const readWhole = `
UNWIND $factIds AS factId
MATCH (f:Fact {factId: factId})
USING INDEX SEEK f:Fact(factId)
RETURN factId, properties(f) AS properties, COLLECT { MATCH (f)-[r:END]->(e) RETURN r {.*, id: e.id, name: e.name, nameEn: e.nameEn} ORDER BY r.part, e.nameKey, e.id } AS ends`;

const keepWhole = `
UNWIND $rows AS row
MERGE (w:WithdrawnFact {factId: row.factId})
SET w.factKind = row.factKind, w.factType = row.factType, w.docKey = row.docKey, w.content = row.content, w.withdrawnAt = datetime(), w.reason = $reason`;

/** Takes facts that nothing living supports out of the graph, each kept whole as a WithdrawnFact. */
export async function withdrawFacts(tx: WriteTransaction, facts: readonly StandingFact[], reason: string): Promise<void> {
  if (facts.length === 0) return;
  const rows = (await tx.run(readWhole, { factIds: facts.map((fact) => fact.factId) })).map(contentOf);
  await tx.run(keepWhole, { rows, reason });
  for (const [type, own] of groupBy(facts, (fact) => fact.identity.type)) {
    const factIds = own.map((fact) => fact.factId);
    if (factSpec(type).form === 'relationship')
      await tx.run(`UNWIND $factIds AS factId MATCH ()-[r:${type} {factId: factId}]->() USING INDEX SEEK r:${type}(factId) DELETE r`, {
        factIds,
      });
    await tx.run('UNWIND $factIds AS factId MATCH (f:Fact {factId: factId}) USING INDEX SEEK f:Fact(factId) DETACH DELETE f', { factIds });
  }
  const agreements = facts.flatMap((fact) => fact.entityId ?? []);
  await tx.run('UNWIND $agreements AS id MERGE (e:HiddenEntity {id: id})', { agreements });
}

function contentOf(row: Row) {
  const { factKind, factType, docKey } = row.properties as Row;
  return { factId: row.factId, factKind, factType, docKey, content: canonicalJson({ properties: row.properties, ends: row.ends }) };
}

/** Lets go of the record of a withdrawal whose fact is supported again. */
export async function forgetWithdrawals(tx: WriteTransaction, factIds: readonly string[]): Promise<void> {
  await tx.run('UNWIND $factIds AS factId MATCH (w:WithdrawnFact {factId: factId}) USING INDEX SEEK w:WithdrawnFact(factId) DELETE w', {
    factIds,
  });
}
