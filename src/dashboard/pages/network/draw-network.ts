import Sigma from 'sigma';
import type { NetworkGraph, NodeLook, TieLook } from './build-graph.ts';

const faint = '#e3e6ea';
const few = 60;
// Beyond so many ties a drawing takes longer than a frame without a graphics card: nothing is drawn anew for a mere pointing then, and no ties while all moves.
const many = 1000;
const font = '"Noto Sans SC","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';

/** What a reader does with the picture. */
export interface NetworkGestures {
  /** A node was clicked, or the ground. */
  onPick(id: string | undefined): void;
  /** A node was clicked twice. */
  onOpen(id: string): void;
  /** A node is taken along by hand. */
  onDrag(): void;
  onOpenTie(a: string, b: string): void;
}

/** Draws a network that can be moved, zoomed and dragged; whoever is pointed at stands out with their ties. */
export function drawNetwork(graph: NetworkGraph, ground: HTMLElement, { onPick, onOpen, onDrag, onOpenTie }: NetworkGestures) {
  let pointed: string | undefined;
  let picked: string | undefined;
  let dragged: string | undefined;
  const stands = (id: string): boolean => {
    const centre = pointed ?? picked;
    return !centre || id === centre || graph.areNeighbors(id, centre);
  };
  const sigma = new Sigma<NodeLook, TieLook>(graph, ground, {
    labelFont: font,
    // Chinese names soon lie on each other: where nodes are many, the small ones are named as one comes nearer.
    labelRenderedSizeThreshold: graph.order > few ? 7 : 0,
    labelDensity: graph.order > few ? 0.7 : 10,
    defaultEdgeColor: '#c5cdd6',
    enableEdgeEvents: graph.size <= many,
    hideEdgesOnMove: graph.size > many,
    hideLabelsOnMove: graph.size > many,
    zIndex: true,
    nodeReducer: (id, look) => (stands(id) ? { ...look, highlighted: id === picked } : { ...look, color: faint, label: '', zIndex: -1 }),
    edgeReducer: (edge, look) => {
      const centre = pointed ?? picked;
      return { ...look, hidden: centre !== undefined && !graph.hasExtremity(edge, centre) };
    },
  });
  const point = (id: string | undefined) => {
    ground.style.cursor = id ? 'pointer' : 'grab';
    if (graph.size > many) return;
    pointed = id;
    sigma.refresh({ skipIndexation: true });
  };
  sigma.on('enterNode', ({ node }) => point(node));
  sigma.on('leaveNode', () => point(undefined));
  sigma.on('clickNode', ({ node }) => onPick(node));
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    onOpen(node);
  });
  sigma.on('clickStage', () => onPick(undefined));
  sigma.on('clickEdge', ({ edge }) => onOpenTie(...graph.extremities(edge)));
  sigma.on('downNode', ({ node }) => {
    dragged = node;
    // Else the whole picture would grow and shrink with it.
    if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
  });
  sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (!dragged) return;
    onDrag();
    graph.mergeNodeAttributes(dragged, sigma.viewportToGraph(event));
    preventSigmaDefault();
  });
  for (const end of ['upNode', 'upStage'] as const)
    sigma.on(end, () => {
      dragged = undefined;
    });
  return {
    pick: (id: string | undefined) => {
      picked = id && graph.hasNode(id) ? id : undefined;
      sigma.refresh({ skipIndexation: true });
    },
    zoomIn: () => void sigma.getCamera().animatedZoom(),
    zoomOut: () => void sigma.getCamera().animatedUnzoom(),
    whole: () => void sigma.getCamera().animatedReset(),
    end: () => sigma.kill(),
  };
}
