import type { Database, Row } from '../database/connect.ts';
import { type FactSpec, factSpec, factTypes } from '../domain/facts.ts';
import { expandSpans, formatSpan, parseSpans } from '../domain/lines.ts';

/** One thing the audit found wrong. */
export interface Finding {
  readonly check: string;
  readonly subject: string;
  readonly detail: string;
}

type Check = { readonly name: string; readonly statement: string; readonly params?: Row };
const timeoutMs = 120_000;

// A participant at a time, for a hub's places against each of its facts would be too many.
const wrongPlaces = (roster: string, depth: string) => `MATCH (p:Entity|HiddenEntity)
  WITH p, COLLECT { MATCH (p)-[place:${roster}]->(e) RETURN [e.id, coalesce(place.factIds, [])] AS place ORDER BY e.id } AS places,
    COLLECT {
      MATCH (p)-[h:PARTICIPATED_IN]->(:Event)-[:PART_OF*${depth}]->(e:Event)
      WITH e.id AS id, h.factId AS factId ORDER BY factId
      WITH id, collect(DISTINCT factId) AS factIds ORDER BY id
      RETURN [id, factIds] AS place
    } AS held
  WHERE places <> held
  UNWIND [place IN places WHERE NOT place IN held] + [place IN held WHERE NOT place IN places] AS place
  RETURN DISTINCT p.id AS subject, '${roster} ' + place[0] AS detail`;

/** What must never be found; each statement answers `subject` and `detail`. */
const checks: readonly Check[] = [
  {
    name: 'every fact has living evidence that supports it',
    statement: `MATCH (f:Fact) WHERE NOT EXISTS { MATCH (v:Evidence {factId: f.factId}) WHERE v.withdrawnAt IS NULL AND v.stance = 'SUPPORTS' }
      RETURN f.factId AS subject, f.factType AS detail`,
  },
  {
    name: 'all evidence is in a source and inside its lines',
    statement: `MATCH (v:Evidence) OPTIONAL MATCH (v)-[:IN]->(s) WITH v, s
      WHERE v.withdrawnAt IS NULL AND (s.lineCount IS NULL OR v.lineFrom < 1 OR v.lineTo < v.lineFrom OR v.lineTo > s.lineCount)
      RETURN v.id AS subject, v.sourceId + ' ' + v.lineFrom + '-' + v.lineTo AS detail`,
  },
  {
    name: 'all living evidence has its fact',
    statement:
      'MATCH (v:Evidence) WHERE v.withdrawnAt IS NULL AND NOT EXISTS { MATCH (:Fact {factId: v.factId}) } RETURN v.id AS subject, v.factId AS detail',
  },
  {
    name: 'every living entity has a name and a fact',
    statement: `MATCH (e:Entity) WHERE e.name IS NULL OR e.nameKey IS NULL OR NOT (EXISTS { (e)<-[:END]-() } OR e:Agreement)
      RETURN e.id AS subject, 'labels ' + reduce(all = '', label IN labels(e) | all + label + ' ') AS detail`,
  },
  {
    name: 'every roster has those who took part, with the facts that say so, and nobody else',
    statement: `${wrongPlaces('ON_ROSTER', '0..8')} UNION ${wrongPlaces('ON_OWN_ROSTER', '0..0')}`,
  },
  {
    name: 'every event knows how many its rosters have present',
    statement: `MATCH (e:Event) WITH e, COUNT { MATCH (e)<-[r:ON_ROSTER]-() WHERE r.present } AS recorded, COUNT { MATCH (e)<-[r:ON_OWN_ROSTER]-() WHERE r.present } AS own
      WHERE coalesce(e.recorded, 0) <> recorded OR coalesce(e.ownRecorded, 0) <> own RETURN e.id AS subject, 'recorded ' + recorded AS detail`,
  },
  {
    name: 'every tie belongs to a fact',
    statement:
      'MATCH (a)-[r:TIE]->(b) WHERE NOT EXISTS { MATCH (f:Fact {factId: r.factId}) WHERE (f)-[:END]->(a) AND (f)-[:END]->(b) } RETURN r.factId AS subject, a.id + b.id AS detail',
  },
  ...factTypes.map((type) => formCheck(type, factSpec(type))),
];

/** The typed node or relationship, and the `Fact` that lists read, are the same fact with its ends and required words. */
function formCheck(type: string, spec: FactSpec): Check {
  const required = (spec.required ?? []).map((name) => `f.\`${name}\` IS NULL`).join(' OR ') || 'false';
  const parts = Object.entries(spec.ends).flatMap(([part, end]) => (end.optional ? [] : [part]));
  const form = spec.form === 'node' ? `f:\`${type}\`` : `EXISTS { ()-[:\`${type}\` {factId: f.factId}]->() }`;
  return {
    name: `every ${type} is whole`,
    statement: `MATCH (f:Fact {factType: $type}) WITH f, COLLECT { MATCH (f)-[r:END]->(:Entity) RETURN r.part } AS parts
      WHERE NOT ${form} OR ${required} OR any(part IN $parts WHERE NOT part IN parts) RETURN f.factId AS subject, 'ends: ' + reduce(all = '', part IN parts | all + part + ' ') AS detail`,
    params: { type, parts },
  };
}

/** Checks the whole graph, the ledger of lines included. Shape: nothing found is an empty list. */
export async function audit(database: Database): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, statement, params } of checks)
    for (const row of await database.read(statement, params ?? {}, { timeoutMs }))
      findings.push({ check: name, subject: String(row.subject), detail: String(row.detail) });
  return [...findings, ...(await uncoveredLines(database))];
}

const ledger = `
MATCH (s:Source)
RETURN s.id AS id, s.filledLines AS filled,
  COLLECT { MATCH (v:Evidence {sourceId: s.id}) WHERE v.withdrawnAt IS NULL RETURN DISTINCT v.lineFrom + '-' + v.lineTo } AS cited,
  COLLECT { MATCH (s)-[:LEFT_OUT]->(l) RETURN l.from + '-' + l.to } AS leftOut`;

/** Every filled line of a document must be cited by a fact, or be left out with a reason. */
async function uncoveredLines(database: Database): Promise<Finding[]> {
  const rows = await database.read(ledger, {}, { timeoutMs });
  return rows.flatMap(({ id, filled, cited, leftOut }) => {
    const covered = new Set(expandSpans([...(cited as string[]), ...(leftOut as string[])].flatMap(parseSpans)));
    const open = expandSpans((filled as string[]).flatMap(parseSpans)).filter((line) => !covered.has(line));
    return open.map((line) => ({
      check: 'every line is cited or left out',
      subject: String(id),
      detail: `line ${formatSpan({ from: line, to: line })} is uncovered`,
    }));
  });
}
