import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Database, Row } from '../../../src/database/connect.ts';

/** Tables as one would make them of the graph's people and events, with the rows of each. */
const tables: Readonly<Record<string, string>> = {
  people: `MATCH (p:Person) RETURN p.id AS id, p.name AS name, p.nameEn AS name_en, p.kinds AS kinds, p.honorifics AS honorifics`,
  events: `MATCH (e:Event) RETURN e.id AS id, e.name AS name, e.dateStart AS date_start`,
  places: `MATCH (p:Place) RETURN p.id AS id, p.name AS name`,
  held_at: `MATCH (e:Event)-[:HELD_AT]->(p:Place) RETURN e.id AS event_id, p.id AS place_id`,
  participations: `MATCH (p:Person)-[r:PARTICIPATED_IN]->(e:Event) MATCH (f:Fact {factId: r.factId})
    RETURN r.factId AS fact_id, p.id AS person_id, e.id AS event_id, r.role AS role, f.dateKey AS date_key, f.docKey AS doc_key`,
};

const schema = `
CREATE TABLE people (id text PRIMARY KEY, name text NOT NULL, name_en text, kinds text[] NOT NULL, honorifics text[] NOT NULL);
CREATE TABLE events (id text PRIMARY KEY, name text NOT NULL, date_start text);
CREATE TABLE places (id text PRIMARY KEY, name text NOT NULL);
CREATE TABLE held_at (event_id text NOT NULL, place_id text NOT NULL, PRIMARY KEY (event_id, place_id));
CREATE TABLE participations (fact_id text PRIMARY KEY, person_id text NOT NULL, event_id text NOT NULL, role text NOT NULL,
  date_key text NOT NULL, doc_key text NOT NULL);`;

// After the rows. The date of the event is copied, as our own graph does, so that a page of the latest needs no sort.
const indexes = `
ALTER TABLE held_at ADD FOREIGN KEY (event_id) REFERENCES events, ADD FOREIGN KEY (place_id) REFERENCES places;
ALTER TABLE participations ADD FOREIGN KEY (person_id) REFERENCES people, ADD FOREIGN KEY (event_id) REFERENCES events;
CREATE INDEX ON held_at (place_id);
CREATE INDEX ON participations (person_id, date_key DESC, doc_key, fact_id);
CREATE INDEX ON participations (event_id, doc_key, fact_id);
VACUUM ANALYZE;`;

/** Copies people, events, places and participations of a graph into an empty PostgreSQL. */
export async function fillPostgres(url: string, database: Database): Promise<void> {
  await psql(url, schema);
  for (const [table, statement] of Object.entries(tables))
    await psql(url, `COPY ${table} FROM STDIN`, linesOf(database.stream(statement, {}, { timeoutMs: 3_600_000 })));
  for (const statement of indexes.split(';\n')) await psql(url, statement);
}

async function psql(url: string, command: string, lines?: AsyncIterable<string>): Promise<void> {
  const child = spawn('psql', ['--quiet', '--set=ON_ERROR_STOP=1', url, '--command', command], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = once(child, 'close');
  for await (const line of lines ?? []) if (!child.stdin.write(line)) await once(child.stdin, 'drain');
  child.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`psql ended with ${code} at ${command}`);
}

async function* linesOf(rows: AsyncIterable<Row>): AsyncGenerator<string> {
  for await (const row of rows) yield `${Object.values(row).map(cellOf).join('\t')}\n`;
}

const cellOf = (value: unknown): string => (value === null ? '\\N' : Array.isArray(value) ? `{${value.join(',')}}` : String(value));
