import type { GraphQLResolveInfo } from 'graphql';
import type { GraphContext } from './context.ts';

/** Fields of `AgreementPageEdge`: the library fills the agreement. */
export const agreementPageEdge = {
  node: ({ node }: { node: { id: string } }, _args: unknown, { nodes }: GraphContext, info: GraphQLResolveInfo) =>
    nodes.load(info, 'Agreement', node.id),
};
