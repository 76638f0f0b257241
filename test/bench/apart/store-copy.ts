import type { Database, Row } from '../../../src/database/connect.ts';

/** All that one small source made: its nodes, and the relationships that start at them. */
export interface Part {
  readonly nodes: Row[];
  readonly links: Row[];
}

const ofSource = `
MATCH (v:Evidence {sourceId: $sourceId})-[:IN]->(s)
MATCH (f:Fact {factId: v.factId})
MATCH (p:Person {id: $personId})
WITH collect(DISTINCT v) + collect(DISTINCT f) + collect(DISTINCT s) + collect(DISTINCT p) AS made
UNWIND made AS n`;
const nodes = `${ofSource} RETURN labels(n) AS labels, n {.*, recordedAt: null} AS properties`;
const links = `${ofSource} MATCH (n)-[r]->(m)
RETURN CASE WHEN n:Fact THEN 'Fact' WHEN n:Evidence THEN 'Evidence' ELSE 'Entity' END AS start, coalesce(n.factId, n.id) AS from,
  m.id AS to, type(r) AS type, properties(r) AS properties`;

/** Reads what the importer made of the small source of that number. */
export async function readPart(database: Database, number: number): Promise<Part> {
  const params = { sourceId: `source:small-${number}`, personId: `person:written-${number}` };
  return { nodes: await database.read(nodes, params), links: await database.read(links, params) };
}

/** The same under ids of its own. */
export function copyPart(part: Part, number: number, copy: string): Part {
  const text = JSON.stringify(part)
    .replace(/(fact|evidence):[0-9a-f]{24}/g, `$&-${copy}`)
    .replaceAll(`small-${number}`, `small-${copy}`)
    .replaceAll(`written-${number}`, `written-${copy}`);
  return JSON.parse(text) as Part;
}

const createNodes = 'UNWIND $rows AS row CREATE (n:$(row.labels)) SET n = row.properties';
const createEvidence = `${createNodes}, n.recordedAt = datetime()`;
const keys: Readonly<Record<string, string>> = { Fact: 'factId', Evidence: 'id', Entity: 'id' };
const createLinks = (start: string) => `
UNWIND $rows AS row
MATCH (a:${start} {${keys[start]}: row.from})
MATCH (b:Entity {id: row.to})
CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties`;
const countOn = 'UNWIND $ids AS id MATCH (e:Event {id: id}) SET e.recorded = e.recorded + 1, e.ownRecorded = e.ownRecorded + 1';

/** Stores a part as one would by hand: ready rows, a few statements sent at once, one transaction. */
export async function storePart(database: Database, { nodes, links }: Part): Promise<void> {
  const isEvidence = ({ labels }: Row) => (labels as string[]).includes('Evidence');
  const ids = links.filter(({ type }) => type === 'ON_ROSTER').map(({ to }) => to);
  await database.write(async (tx) => {
    await Promise.all([
      tx.run(createNodes, { rows: nodes.filter((row) => !isEvidence(row)) }),
      tx.run(createEvidence, { rows: nodes.filter(isEvidence) }),
      ...Object.keys(keys).map((start) => tx.run(createLinks(start), { rows: links.filter((row) => row.start === start) })),
      tx.run(countOn, { ids }),
    ]);
  });
}
