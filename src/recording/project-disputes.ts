import type { WriteTransaction } from '../database/connect.ts';
import { statementProperties } from '../domain/vocabulary.ts';

const single = Object.entries(statementProperties)
  .filter(([, property]) => property.single)
  .map(([name]) => name);

/** Two living values of a property that can have only one dispute each other (a person may be of several kinds). */
const statements = `
UNWIND $entityIds AS id
MATCH (e:Entity {id: id})<-[:ABOUT]-(s:Statement)
USING INDEX SEEK e:Entity(id)
WHERE s.property IN $single AND NOT (e:Person AND s.property = 'KIND')
WITH e, s.property AS property, collect(s) AS rivals
UNWIND rivals AS s
WITH s, s.contested OR size(rivals) > 1 AS disputed WHERE s.disputed <> disputed
SET s.disputed = disputed`;

/** Who is said to have been there and to have been absent is disputed on both counts; most are never said to have been absent. */
const presence = `
UNWIND $present + $absent AS id
WITH DISTINCT id
MATCH (p:Entity {id: id})
USING INDEX SEEK p:Entity(id)
WHERE id IN $absent OR EXISTS { (p)-[:ABSENT_FROM]->() }
MATCH (p)-[r:PARTICIPATED_IN|ABSENT_FROM]->(v:Event)
WITH p, v, collect(r) AS said, count(DISTINCT type(r)) AS kinds
UNWIND said AS r
MATCH (f:Fact {factId: r.factId})
USING INDEX SEEK f:Fact(factId)
WITH r, f, f.contested OR kinds > 1 AS disputed
SET r.disputed = disputed, f.disputed = disputed`;

/** Whose facts were touched: the subjects of statements, those said to have been at an event, those said to have been absent. */
export interface Touched {
  readonly subjects: readonly string[];
  readonly present: readonly string[];
  readonly absent: readonly string[];
}

/** Marks the facts that other facts contradict. */
export async function projectDisputes(tx: WriteTransaction, { subjects, present, absent }: Touched): Promise<void> {
  if (subjects.length > 0) await tx.run(statements, { entityIds: subjects, single });
  if (present.length + absent.length > 0) await tx.run(presence, { present, absent });
}
