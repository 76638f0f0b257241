import type { NetworkGraph } from './build-graph.ts';

/** What the worker is given. */
export interface LayoutTask {
  readonly nodes: readonly { readonly id: string; readonly x: number; readonly y: number; readonly size: number }[];
  readonly ties: readonly { readonly a: string; readonly b: string; readonly weight: number }[];
}

/** Lays a graph out in a worker, so that the page never waits; nodes move to where they are put as it goes on. Shape: what stops it. */
export function layOut(graph: NetworkGraph): () => void {
  const worker = new Worker(new URL('./lay-out.worker.ts', import.meta.url), { type: 'module' });
  const ids = graph.nodes();
  worker.onmessage = ({ data }: MessageEvent<Float64Array>) => {
    let next = 0;
    graph.updateEachNodeAttributes((_id, look) => ({ ...look, x: data[next++] ?? 0, y: data[next++] ?? 0 }), { attributes: ['x', 'y'] });
  };
  const task: LayoutTask = {
    nodes: ids.map((id) => ({ id, ...graph.getNodeAttributes(id) })),
    ties: graph.mapEdges((_edge, { weight }, a, b) => ({ a, b, weight })),
  };
  worker.postMessage(task);
  return () => worker.terminate();
}
