import type { Database } from '../../../src/database/connect.ts';
import { idOf } from '../generate/shape.ts';

/** A question as the schema has it that @neo4j/graphql makes by itself. */
export interface PlainQuestion {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  /** The answer in the shape of ours. */
  readonly inOurs: (data: Answer) => unknown;
}

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its question.
type Answer = any;

const person = 'query R1($id: ID!) { people(where: { id: { eq: $id } }) { id name nameEn kinds honorifics } }';
const dossier = `query R2($id: ID!) { people(where: { id: { eq: $id } }) {
  id name eventsConnection(first: 6, sort: [{ node: { dateKey: DESC } }]) { edges { properties { role } node {
    id name dateStart places { id name }
    participantsConnection(first: 3, sort: [{ edge: { printedOrder: ASC } }]) { edges { properties { role } node { id name } } }
  } } }
} }`;
const roster = `query R3($id: ID!, $after: String) { events(where: { id: { eq: $id } }) {
  recorded rosterConnection(first: 20, after: $after, where: { edge: { present: { eq: true } } }, sort: [{ edge: { roleKey: ASC } }]) {
    edges { node { id name } properties { roles } }
  }
} }`;
const people =
  'query R4($after: String) { peopleConnection(first: 20, after: $after, sort: [{ nameKey: ASC }]) { edges { node { id name } } } }';

/** An answer of some 4,000 rows and 400 kB, which it reads from the graph as ours does; there is no network to be asked for. */
export const largeOfPlain = {
  name: 'participants of 500 events',
  query: `{ events(limit: 500, sort: [{ id: ASC }]) {
    id name participantsConnection { edges { properties { role } node { id name } } }
  } }`,
  variables: {},
};

/** The same questions for @neo4j/graphql, whose cursors count from the start; what it cannot be asked is left out. */
export async function plainQuestions(database: Database): Promise<Record<string, PlainQuestion>> {
  const [row] = await database.read(
    `RETURN COUNT { MATCH (:Person) } AS people, COUNT { MATCH ()-[r:ON_ROSTER {eventId: $id}]->() WHERE r.present } AS guests`,
    { id: idOf.hub },
  );
  const cursor = (count: unknown) => Buffer.from(`arrayconnection:${Math.floor(Number(count) * 0.75)}`).toString('base64');
  return {
    'R1 person by id': { query: person, variables: { id: idOf.probe(20) }, inOurs: ({ people: [one] }) => ({ person: one }) },
    'R2 dossier of a person at 20 events': { query: dossier, variables: { id: idOf.probe(20) }, inOurs: ourDossier },
    'R2 dossier of a person at 200 events': { query: dossier, variables: { id: idOf.probe(200) }, inOurs: ourDossier },
    'R3 roster of the hub, page 1': { query: roster, variables: { id: idOf.hub }, inOurs: ourRoster },
    'R3 roster of the hub, after three quarters': {
      query: roster,
      variables: { id: idOf.hub, after: cursor(row?.guests) },
      inOurs: ourRoster,
    },
    'R4 people by name, page 1': { query: people, variables: {}, inOurs: ourPeople },
    'R4 people by name, after three quarters': { query: people, variables: { after: cursor(row?.people) }, inOurs: ourPeople },
  };
}

const ourDossier = ({ people: [one] }: Answer) => ({
  person: {
    id: one.id,
    name: one.name,
    participations: {
      edges: one.eventsConnection.edges.map(({ properties: { role }, node }: Answer) => ({ node: { role, event: ourEvent(node) } })),
    },
  },
});

const ourEvent = ({ id, name, dateStart, places, participantsConnection }: Answer) => ({
  id,
  name,
  date: { start: dateStart },
  places: places.map((location: Answer) => ({ location })),
  participations: {
    edges: participantsConnection.edges.map(({ properties: { role }, node: participant }: Answer) => ({ node: { role, participant } })),
  },
});

const ourRoster = ({ events: [{ recorded, rosterConnection }] }: Answer) => ({
  roster: {
    recorded,
    entries: {
      edges: rosterConnection.edges.map(({ node: participant, properties }: Answer) => ({
        node: { participant, roles: properties.roles.map((role: string) => ({ role })) },
      })),
    },
  },
});

const ourPeople = ({ peopleConnection }: Answer) => ({ people: peopleConnection });
