import type { GraphQLResolveInfo } from 'graphql';
import type { GraphContext } from './context.ts';

interface EdgeParent {
  /** `known`: what has been read of it already. */
  readonly node: { readonly id: string; readonly known?: object };
}

const edgeOf = (type: string) => ({
  node: ({ node: { id, known } }: EdgeParent, _: unknown, { nodes }: GraphContext, info: GraphQLResolveInfo) =>
    nodes.load(info, type, id, known),
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
  AgreementPageEdge: edgeOf('Agreement'),
};
