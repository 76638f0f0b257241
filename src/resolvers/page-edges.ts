import type { GraphQLResolveInfo } from 'graphql';
import type { GraphContext } from './context.ts';

interface EdgeParent {
  readonly node: { readonly id: string };
}

const edgeOf = (type: string) => ({
  node: ({ node }: EdgeParent, _: unknown, context: GraphContext, info: GraphQLResolveInfo) => context.nodes.load(info, type, node.id),
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
