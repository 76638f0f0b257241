import type { WriteTransaction } from '../database/connect.ts';
import { statementProperties } from '../domain/vocabulary.ts';

const single = Object.entries(statementProperties)
  .filter(([, property]) => property.single)
  .map(([name]) => name);

/** Two living values of a property that can have only one dispute each other (a person may be of several kinds). */
const statements = `
UNWIND $entityIds AS id
MATCH (e:Entity {id: id})<-[:ABOUT]-(s:Statement)
WHERE s.property IN $single AND NOT (e:Person AND s.property = 'KIND')
WITH e, s.property AS property, collect(s) AS rivals
UNWIND rivals AS s
SET s.disputed = s.contested OR size(rivals) > 1`;

/** Who is said to have been there and to have been absent is disputed on both counts. */
const presence = `
UNWIND $entityIds AS id
MATCH (p:Entity {id: id})-[r:PARTICIPATED_IN|ABSENT_FROM]->(v:Event)
WITH p, v, collect(r) AS said, count(DISTINCT type(r)) AS kinds
UNWIND said AS r
MATCH (f:Fact {factId: r.factId})
WITH r, f, f.contested OR kinds > 1 AS disputed
SET r.disputed = disputed, f.disputed = disputed`;

/** Marks the facts that other facts contradict. `participants`: whose presence or absence was touched. */
export async function projectDisputes(tx: WriteTransaction, subjects: readonly string[], participants: readonly string[]): Promise<void> {
  await tx.run(statements, { entityIds: subjects, single });
  await tx.run(presence, { entityIds: participants });
}
