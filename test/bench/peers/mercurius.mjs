/** The peer "mercurius": Fastify, mercurius and graphql-jit over the statements written by hand. */
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { openDriver, readOne } from './open-driver.mjs';
import { statements } from './statements.mjs';

const schema = `
type Query {
  person(id: ID!): Person
  roster(eventId: ID!, first: Int, after: String): Roster
  people(first: Int, after: String): People
}
type Person { id: ID! name: String! nameEn: String kinds: [String!]! honorifics: [String!]! participations(first: Int): Participations! }
type Participations { edges: [ParticipationEdge!]! }
type ParticipationEdge { node: Participation! }
type Participation { role: String! certainty: String! event: Event! participant: Person! evidence: [Evidence!]! }
type Event { id: ID! name: String! date: DateBlock places: [Location!]! participations(first: Int): Participations! }
type DateBlock { start: String }
type Location { location: Place! }
type Place { id: ID! name: String! }
type Evidence { lines: Lines! source: Source! }
type Lines { from: Int! to: Int! }
type Source { id: ID! name: String! }
type Roster { recorded: Int! entries: Entries! }
type Entries { edges: [EntryEdge!]! }
type EntryEdge { node: Entry! }
type Entry { participant: Person! roles: [Role!]! }
type Role { role: String! }
type People { edges: [PersonEdge!]! }
type PersonEdge { node: Person! }`;

const driver = openDriver();
const answer = async (name, field, variables) => {
  const { cypher, params } = statements[name];
  return (await readOne(driver, cypher, params(variables)))[field];
};
const resolvers = {
  Query: {
    person: (_root, { id }, _context, info) => answer(info.operation.name.value, 'person', { id }),
    roster: (_root, { eventId, after }) => answer('Roster', 'roster', { id: eventId, after }),
    people: (_root, { after }) => answer('People', 'people', { after }),
  },
};
const app = Fastify();
await app.register(mercurius, { schema, resolvers, jit: 1 });
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
console.log('ready');
