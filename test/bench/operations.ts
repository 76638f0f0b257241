import type { Database } from '../../src/database/connect.ts';
import { encodeCursor } from '../../src/domain/cursors.ts';
import { idOf } from './generate/shape.ts';

/** One question of the suite. `fixed`: its answer has the same size in every graph, so its cost must not follow the graph's. `signedIn`: whoever asks bears a token. */
export interface Operation {
  readonly name: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly fixed: boolean;
  readonly signedIn?: true;
}

const person = 'query R1($id: ID!) { person(id: $id) { id name nameEn kinds honorifics } }';
const dossierOf = (name: string, more = '') => `query ${name}($id: ID!) { person(id: $id) {
  id name participations(first: 6) { edges { node { role ${more} event {
    id name date { start } places { location { id name } } participations(first: 3) { edges { node { role participant { id name } } } }
  } } } }
} }`;
const evidence = 'certainty evidence { lines { from to } source { id name } }';
const roster = `query Roster($id: ID!, $after: String) { roster(eventId: $id, first: 20, after: $after) {
  recorded entries { edges { node { participant { id name } roles { role } } } }
} }`;
const people = 'query People($after: String) { people(first: 20, after: $after) { edges { node { id name } } } }';
const events = 'query Latest { events(orderBy: DATE, first: 20) { edges { node { id name date { start } } } } }';
const search = 'query R5($text: String!) { search(query: $text, first: 10) { edges { node { entity { id name } matchedOn } } } }';
const coParticipants = `query R6($id: ID!) { coParticipants(participantId: $id, first: 20) {
  edges { node { participant { id name } weight sharedEvents } }
} }`;
const paths = `query R7($from: ID!, $to: ID!) { paths(fromId: $from, toId: $to, maxFacts: 4) {
  length steps { from { id } fact { factId kind } to { id } }
} }`;
const timeline =
  'query Timeline($id: ID!) { timeline(entityIds: [$id], first: 20) { edges { node { factId kind statement date { start } } } } }';
const overview = 'query Overview($id: ID!) { overview(scope: { eventId: $id }) { figures { key value } } }';
const network = `query R9($id: ID!) { network(scope: { around: { id: $id, hops: 1 } }, maxNodes: 2000, maxTies: 10000) {
  nodes { entity { id name } degree strength } ties { a b weight sharedEvents }
} }`;

const rows = `query R9($ids: [ID!]!) { network(scope: { eventIds: $ids }, maxNodes: 2000, maxTies: 10000) {
  nodes { entity { id name } degree strength } ties { a b weight sharedEvents }
} }`;
/** The name of the operation whose answer is some thousand rows. */
export const manyRows = 'R9 network of 150 events';

/** What tells the cost of a server's own pipeline (P2), and of thousands of rows (P8); the counts of `bench:quick` leave both out. */
export const moreOperations: readonly Operation[] = [
  { name: 'no database', query: '{ __typename }', variables: {}, fixed: true },
  { name: manyRows, query: rows, variables: { ids: Array.from({ length: 150 }, (_, number) => idOf.event(number)) }, fixed: false },
];

/** The reads R1 to R10 on a made-up graph: at probes, whose neighbourhoods are alike at every size, at hubs, and in whole lists. */
export async function operationsOn(database: Database): Promise<Operation[]> {
  const [first, probe, event] = [idOf.person(0), idOf.probe(20), idOf.probeEvent(200, 0)];
  const fixed = (name: string, query: string, variables: Record<string, unknown>): Operation => ({ name, query, variables, fixed: true });
  const grows = (name: string, query: string, variables: Record<string, unknown>): Operation => ({ name, query, variables, fixed: false });
  return [
    fixed('R1 person by id', person, { id: probe }),
    ...[2, 20, 200].map((degree) => fixed(`R2 dossier of a person at ${degree} events`, dossierOf('R2'), { id: idOf.probe(degree) })),
    fixed('R3 dossier of the person at most events', dossierOf('R2'), { id: first }),
    fixed('R3 roster of the hub, page 1', roster, { id: idOf.hub }),
    fixed('R3 roster of the hub, after three quarters', roster, { id: idOf.hub, after: await cursorInRoster(database, 0.75) }),
    fixed('R4 people by name, page 1', people, {}),
    fixed('R4 people by name, after three quarters', people, { after: await cursorInPeople(database, 0.75) }),

    fixed('R5 search of a rare name', search, { text: '禚测20' }),
    grows('R5 search of a common name', search, { text: '王伟' }),
    ...[2, 20, 200].map((degree) =>
      fixed(`R6 co-participants of a person at ${degree} events`, coParticipants, { id: idOf.probe(degree) }),
    ),
    grows('R6 co-participants of the person at most events', coParticipants, { id: first }),
    fixed('R7 paths of four facts', paths, { from: idOf.companion(2, 0), to: probe }),
    fixed('R8 timeline of a person at 20 events', timeline, { id: probe }),
    fixed('R8 timeline of the person at most events', timeline, { id: first }),
    fixed('R8 the latest of all events', events, {}),
    fixed('R8 overview of a small event', overview, { id: event }),
    grows('R8 overview of the hub', overview, { id: idOf.hub }),
    fixed('R9 network around a person at 200 events', network, { id: idOf.probe(200) }),
    { ...fixed('R10 dossier with evidence and sources', dossierOf('R10', evidence), { id: probe }), signedIn: true },
  ];
}

async function cursorInRoster(database: Database, share: number): Promise<string> {
  const keys = await database.read('MATCH ()-[r:ON_ROSTER {eventId: $id}]->() WHERE r.present RETURN r.roleKey AS key ORDER BY key', {
    id: idOf.hub,
  });
  return encodeCursor(String(keys[Math.floor(keys.length * share)]?.key));
}

async function cursorInPeople(database: Database, share: number): Promise<string> {
  const [count] = await database.read('RETURN COUNT { MATCH (:Person) } AS people');
  const [row] = await database.read('MATCH (p:Person) RETURN p.nameKey AS key, p.id AS id ORDER BY key SKIP $skip LIMIT 1', {
    skip: Math.floor(Number(count?.people) * share),
  });
  return encodeCursor(String(row?.key), String(row?.id));
}
