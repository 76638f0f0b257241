import { meetingsAndPaths } from './meetings-and-paths.mjs';
import { searchAndLists } from './search-and-lists.mjs';

const dossier = (more = '') => `
MATCH (p:Person {id: $id})
RETURN p {.id, .name, participations: {edges: COLLECT {
  MATCH (f:Fact)-[r:END]->()
  USING INDEX r:END(entityId, dateKey)
  WHERE r.entityId = $id AND r.dateKey < '~' AND r.factKind = 'PARTICIPATION' AND r.part = 'participant'
  WITH f, r ORDER BY r.entityId DESC, r.dateKey DESC, r.docKey LIMIT 6
  MATCH (f)-[:END {part: 'event'}]->(e)
  RETURN {node: {role: f.role${more}, event: e {
    .id, .name, date: {start: e.dateStart},
    places: COLLECT { MATCH (e)-[:HELD_AT]->(location) RETURN {location: location {.id, .name}} },
    participations: {edges: COLLECT {
      MATCH (g:Fact)-[x:END]->() WHERE x.entityId = e.id AND x.docKey > '' AND x.factKind = 'PARTICIPATION'
      WITH g, x ORDER BY x.entityId, x.docKey LIMIT 3
      MATCH (g)-[:END {part: 'participant'}]->(q)
      RETURN {node: {role: g.role, participant: q {.id, .name}}} ORDER BY x.docKey
    }}
  }}} ORDER BY r.dateKey DESC, r.docKey
}}} AS person`;

const evidence = `, certainty: f.certainty, evidence: COLLECT {
    MATCH (v:Evidence {factId: f.factId})-[:IN]->(s) WHERE v.withdrawnAt IS NULL
    RETURN {lines: {from: v.lineFrom, to: v.lineTo}, source: s {.id, .name}} ORDER BY s.dateStart, v.sourceId, v.lineFrom
  }`;

const keysOf = (cursor) => (cursor ? JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) : ['']);

/** The suite's reads as one would write them by hand: a statement each, whose only row is the answer's data, and its parameters. */
export const statements = {
  R1: { cypher: 'MATCH (p:Person {id: $id}) RETURN p {.id, .name, .nameEn, .kinds, .honorifics} AS person', params: ({ id }) => ({ id }) },
  R2: { cypher: dossier(), params: ({ id }) => ({ id }) },
  Roster: {
    cypher: `
MATCH (e:Event {id: $id})
RETURN {recorded: e.recorded, entries: {edges: COLLECT {
  MATCH (p)-[r:ON_ROSTER]->() WHERE r.eventId = $id AND r.roleKey > $after AND r.present
  WITH p, r ORDER BY r.eventId, r.roleKey LIMIT 20
  RETURN {node: {participant: p {.id, .name}, roles: [role IN r.roles | {role: role}]}} ORDER BY r.roleKey
}}} AS roster`,
    params: ({ id, after }) => ({ id, after: keysOf(after)[0] }),
  },
  People: {
    cypher: `
RETURN {edges: COLLECT {
  MATCH (p:Person) WHERE p.nameKey > $after
  WITH p ORDER BY p.nameKey LIMIT 20
  RETURN {node: p {.id, .name}} ORDER BY p.nameKey
}} AS people`,
    params: ({ after }) => ({ after: keysOf(after)[0] }),
  },
  ...searchAndLists,
  ...meetingsAndPaths,
  R10: { cypher: dossier(evidence), params: ({ id }) => ({ id }) },
};
