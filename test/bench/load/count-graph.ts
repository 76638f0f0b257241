import type { Database, Row } from '../../../src/database/connect.ts';

const nodes = `
MATCH (n) WHERE NOT n:Migration AND NOT n:Operation
WITH labels(n) AS labels, size(keys(n)) AS properties
UNWIND labels AS label
RETURN label AS what, count(*) AS count, sum(properties) AS properties ORDER BY what`;
const relationships = `
MATCH ()-[r]->()
RETURN type(r) AS what, count(*) AS count, sum(size(keys(r))) AS properties ORDER BY what`;

/** How many nodes of each label and relationships of each type there are, and how many properties they have: two loads of one graph agree in all. */
export const countGraph = async (database: Database): Promise<Row[]> => [
  ...(await database.read(nodes)),
  ...(await database.read(relationships)),
];
