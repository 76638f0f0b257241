/** The peer "plain": @neo4j/graphql on Apollo Server standalone, both as they come, over the same graph. */
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Neo4jGraphQL } from '@neo4j/graphql';
import { openDriver } from './open-driver.mjs';

const typeDefs = `#graphql
type Person @node {
  id: ID!
  name: String!
  nameEn: String
  nameKey: String
  kinds: [String!]!
  honorifics: [String!]!
  events: [Event!]! @relationship(type: "PARTICIPATED_IN", direction: OUT, properties: "Participation")
}
type Event @node {
  id: ID!
  name: String!
  dateStart: String
  dateKey: String
  recorded: Int
  places: [Place!]! @relationship(type: "HELD_AT", direction: OUT)
  participants: [Person!]! @relationship(type: "PARTICIPATED_IN", direction: IN, properties: "Participation")
  roster: [Person!]! @relationship(type: "ON_ROSTER", direction: IN, properties: "OnRoster")
}
type Place @node { id: ID! name: String! }
type Participation @relationshipProperties { role: String! certainty: String! factId: ID! printedOrder: Int }
type OnRoster @relationshipProperties { roles: [String!]! roleKey: String! present: Boolean! }
`;

const driver = openDriver();
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const server = new ApolloServer({ schema });
await startStandaloneServer(server, {
  listen: { port: Number(process.env.PORT), host: '127.0.0.1' },
  context: async () => ({ sessionConfig: { database: 'neo4j' } }),
});
console.log('ready');
