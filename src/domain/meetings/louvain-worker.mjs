// A thread of its own: Louvain on a large network takes seconds, in which the service would answer nobody.
import { parentPort, workerData } from 'node:worker_threads';
import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';

/** Mulberry32: the same walk over the nodes for the same network, so that the same question has the same answer. */
function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const { nodes, from, to, weights } = workerData;
const graph = new UndirectedGraph();
for (let node = 0; node < nodes; node++) graph.addNode(node);
for (const [index, weight] of weights.entries()) graph.addEdge(from[index], to[index], { weight });
const communities = louvain(graph, { rng: seededRandom(1) });
parentPort.postMessage(Int32Array.from({ length: nodes }, (_, node) => communities[node]));
