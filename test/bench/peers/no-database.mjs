import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';

const typeDefs = `#graphql
type Query { network: Network }
type Network { nodes: [Node!]! ties: [Tie!]! }
type Node { entity: Entity! degree: Int! strength: Float! }
type Entity { id: ID! name: String! }
type Tie { a: ID! b: ID! weight: Float! sharedEvents: Int! }
`;

/** Apollo Server as it comes, over a schema whose only rows are in memory. */
export function createServer() {
  const { data } = JSON.parse(readFileSync(process.env.ROWS_FILE, 'utf8'));
  return new ApolloServer({ typeDefs, resolvers: { Query: { network: () => data.network } } });
}
