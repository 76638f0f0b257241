import type { GraphQLResolveInfo } from 'graphql';
import type { GraphContext } from './context.ts';

interface EdgeParent {
  /** Not there yet where the node is found by its fact. */
  readonly node: { readonly id: string } | Promise<{ readonly id: string }>;
}

const edgeOf = (type: string) => ({
  node: async ({ node }: EdgeParent, _: unknown, context: GraphContext, info: GraphQLResolveInfo) =>
    context.nodes.load(info, type, (await node).id),
});

/** The edges of pages of entities and fact nodes: the library fills each node. */
export const pageEdges = {
  PersonPageEdge: edgeOf('Person'),
  OrganisationPageEdge: edgeOf('Organisation'),
  EventSeriesPageEdge: edgeOf('EventSeries'),
  EventPageEdge: edgeOf('Event'),
  WorkPageEdge: edgeOf('Work'),
  ProjectPageEdge: edgeOf('Project'),
  HonourPageEdge: edgeOf('Honour'),
  PlacePageEdge: edgeOf('Place'),
  SourcePageEdge: edgeOf('Source'),
  PositionPageEdge: edgeOf('Position'),
  MembershipPageEdge: edgeOf('Membership'),
};
