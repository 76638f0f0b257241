import type { WriteTransaction } from '../database/connect.ts';
import { datingEvents, type FoldedFact, factRow } from './fact-row.ts';
import { readEventDates } from './project-dates.ts';

/** Writes facts as they now are, in both their forms: the typed node or relationship, and the `Fact` all lists read. `standing`: those already there. */
export async function writeFacts(tx: WriteTransaction, facts: readonly FoldedFact[], standing: ReadonlySet<string>): Promise<void> {
  const eventDates = await readEventDates(tx, [...new Set(facts.flatMap(({ state }) => datingEvents(state)))]);
  const rows = facts.map((fact) => factRow(fact, eventDates));
  const links = rows.filter((row) => row.form === 'relationship');
  const [stale, fresh] = [rows.filter((row) => standing.has(row.factId)), rows.filter((row) => !standing.has(row.factId))];
  // Each is sent what it needs and no more, and all in one go: none waits for the answer of another.
  await Promise.all([
    send(tx, createFacts, fresh.map(nodeOf)),
    send(tx, changeFacts, stale.map(nodeOf)),
    send(
      tx,
      removeRelationships,
      stale.flatMap(({ form, factId, type, from, to }) => (form === 'relationship' ? [{ factId, type, from, to }] : [])),
    ),
    send(
      tx,
      createRelationships,
      links.map(({ type, from, to, own }) => ({ type, from, to, own })),
    ),
  ]);
}

const nodeOf = ({ factId, labels, fact, ties }: ReturnType<typeof factRow>) => ({ factId, labels, fact, ties });

async function send(tx: WriteTransaction, cypher: string, rows: readonly object[]): Promise<void> {
  if (rows.length > 0) await tx.run(cypher, { rows });
}

// One text for all types, by dynamic labels and types: a cold database plans each new text for a tenth of a second.
const tieEnds = `
WITH f, row
UNWIND row.ties AS tie
MATCH (e:Entity {id: tie.entity})
USING INDEX SEEK e:Entity(id)
CREATE (f)-[r:END]->(e)
SET r = tie.properties
WITH f, e, tie WHERE tie.by IS NOT NULL
CREATE (f)-[typed:$(tie.by)]->(e)
SET typed = tie.carried`;

const createFacts = `
UNWIND $rows AS row
CREATE (f:Fact)
SET f = row.fact, f:$(row.labels)
${tieEnds}`;

const changeFacts = `
UNWIND $rows AS row
MATCH (f:Fact {factId: row.factId})
USING INDEX SEEK f:Fact(factId)
CALL (f) { OPTIONAL MATCH (f)-[old]->() DELETE old }
SET f = row.fact
${tieEnds}`;

// Only for facts that stand: to look for what is between two nodes walks all that this transaction has tied to a hub.
const removeRelationships = `
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
USING INDEX SEEK a:Entity(id)
MATCH (b:Entity {id: row.to})
USING INDEX SEEK b:Entity(id)
MATCH (a)-[old]->(b) WHERE old.factId = row.factId AND type(old) = row.type
DELETE old`;

const createRelationships = `
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
USING INDEX SEEK a:Entity(id)
MATCH (b:Entity {id: row.to})
USING INDEX SEEK b:Entity(id)
CREATE (a)-[r:$(row.type)]->(b)
SET r = row.own`;
