import Graph from 'graphology';
import type { Network } from '../../operations/network.ts';
import { communityColour } from './community-colours.ts';

/** What sigma draws of a node. */
export interface NodeLook {
  x: number;
  y: number;
  size: number;
  label: string;
  color: string;
}
/** What sigma draws of a tie. */
export interface TieLook {
  size: number;
  weight: number;
}
export type NetworkGraph = Graph<NodeLook, TieLook>;

/** The graph of a network; communities begin in places of their own, so that the same network always comes out as the same picture. */
export function buildGraph({ nodes, ties }: Network): NetworkGraph {
  const graph: NetworkGraph = new Graph({ type: 'undirected' });
  const strongest = Math.max(...nodes.map(({ strength }) => strength), Number.MIN_VALUE);
  const heaviest = Math.max(...ties.map(({ weight }) => weight), Number.MIN_VALUE);
  nodes.forEach(({ entity, strength, community }, index) => {
    const size = 4 + 12 * Math.sqrt(strength / strongest);
    graph.addNode(entity.id, { ...placeOf(community ?? 0, index), size, label: entity.label, color: communityColour(community) });
  });
  for (const { a, b, weight } of ties) graph.addUndirectedEdge(a, b, { weight, size: 0.5 + (4 * weight) / heaviest });
  return graph;
}

const goldenAngle = Math.PI * (3 - Math.sqrt(5));

function placeOf(community: number, index: number): { x: number; y: number } {
  const [middle, own] = [community * goldenAngle, index * goldenAngle];
  const [away, around] = [10 * Math.sqrt(community), Math.sqrt(index + 1)];
  return { x: away * Math.cos(middle) + around * Math.cos(own), y: away * Math.sin(middle) + around * Math.sin(own) };
}
