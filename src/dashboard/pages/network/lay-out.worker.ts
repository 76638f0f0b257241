import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { LayoutTask } from './lay-out.ts';

const rounds = 40;
const stepsARound = 10;

/** Lays a network out, and says how far it has come after every few steps; so many steps for every network, that the picture be the same each time. */
self.onmessage = ({ data: { nodes, ties } }: MessageEvent<LayoutTask>) => {
  const graph = new Graph({ type: 'undirected' });
  for (const { id, x, y, size } of nodes) graph.addNode(id, { x, y, size });
  for (const { a, b, weight } of ties) graph.addUndirectedEdge(a, b, { weight });
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    adjustSizes: nodes.length < 500,
    barnesHutOptimize: nodes.length > 500,
    edgeWeightInfluence: 0.5,
  };
  for (let round = 0; round < rounds; round += 1) {
    forceAtlas2.assign(graph, { iterations: stepsARound, settings });
    const positions = Float64Array.from(graph.nodes().flatMap((id) => [graph.getNodeAttribute(id, 'x'), graph.getNodeAttribute(id, 'y')]));
    self.postMessage(positions, { transfer: [positions.buffer] });
  }
};
