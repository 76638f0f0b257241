import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database, Row } from '../../../src/database/connect.ts';

/** Nodes that bear the same labels, or relationships of the same type and ends, as rows of JSON in a file. */
export interface Part {
  readonly file: string;
  readonly rows: number;
  /** What creates one of them from `row`. */
  readonly create: string;
}

const labelSets = `
MATCH (n) WHERE NOT n:Migration AND NOT n:Operation
RETURN DISTINCT labels(n) AS labels`;
const ends = `
MATCH (a)-[r]->(b)
RETURN DISTINCT type(r) AS type, CASE WHEN a:Evidence THEN 'Evidence' WHEN a:Fact THEN 'Fact' ELSE 'Entity' END AS start`;

/** Writes a graph's nodes and relationships as they are stored, so that another program can store the very same. */
export async function dumpGraph(database: Database, folder: string): Promise<Part[]> {
  mkdirSync(folder, { recursive: true });
  const sets = await database.read(labelSets);
  const types = await database.read(ends);
  const parts: Part[] = [];
  for (const { labels } of sets) parts.push(await dumpNodes(database, folder, labels as string[]));
  for (const { type, start } of types) parts.push(await dumpRelationships(database, folder, String(type), String(start)));
  return parts;
}

async function dumpNodes(database: Database, folder: string, labels: string[]): Promise<Part> {
  const file = join(folder, `${labels.join('-')}.jsonl`);
  const nodes = `MATCH (n:${labels.join(':')}) WHERE size(labels(n)) = ${labels.length} RETURN n {.*, recordedAt: null} AS row`;
  const now = labels.includes('Evidence') ? ' SET n.recordedAt = datetime()' : '';
  return { file, rows: await dump(database, nodes, file), create: `CREATE (n:${labels.join(':')}) SET n = row${now}` };
}

const keys: Record<string, string> = { Evidence: 'id', Fact: 'factId', Entity: 'id' };

async function dumpRelationships(database: Database, folder: string, type: string, start: string): Promise<Part> {
  const file = join(folder, `${type}.jsonl`);
  const key = keys[start];
  const all = `MATCH (a:${start})-[r:${type}]->(b) RETURN {from: a.${key}, to: b.id, own: properties(r)} AS row`;
  const create = `MATCH (a:${start} {${key}: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:${type}]->(b) SET r = row.own`;
  return { file, rows: await dump(database, all, file), create };
}

async function dump(database: Database, statement: string, path: string): Promise<number> {
  const file = createWriteStream(path);
  let rows = 0;
  for await (const { row } of database.stream(statement)) {
    if (!file.write(`${JSON.stringify(withoutNull(row as Row))}\n`)) await once(file, 'drain');
    rows += 1;
  }
  file.end();
  await once(file, 'close');
  return rows;
}

const withoutNull = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
