import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { entityPath } from '../../components/entity-path.ts';
import { useOpenEvidence } from '../../evidence/use-evidence.ts';
import type { Network } from '../../operations/network.ts';
import type { NetworkGraph } from './build-graph.ts';
import { drawNetwork } from './draw-network.ts';
import { layOut } from './lay-out.ts';
import { PickedNode } from './picked-node.tsx';
import { say } from './words.ts';

interface Props {
  readonly graph: NetworkGraph;
  readonly network: Network;
  readonly picked: string;
  readonly onPick: (id: string) => void;
}

type Drawing = ReturnType<typeof drawNetwork>;

/** The picture of a network. Whoever cannot see it, or has no WebGL, has the tables below. */
export function NetworkPicture({ graph, network, picked, onPick }: Props) {
  const ground = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing>(undefined);
  const [isDrawn, setDrawn] = useState(true);
  const openEvidence = useOpenEvidence();
  const navigate = useNavigate();
  const gestures = useRef({ onPick, openEvidence, navigate });
  gestures.current = { onPick, openEvidence, navigate };

  useEffect(() => {
    if (!ground.current) return;
    let stop = () => {};
    try {
      drawing.current = drawNetwork(graph, ground.current, {
        onPick: (id) => gestures.current.onPick(id ?? ''),
        onOpen: (id) => gestures.current.navigate(entityPath(id)),
        // Whoever places a node by hand wants it to stay there.
        onDrag: () => stop(),
        onOpenTie: (a, b) => gestures.current.openEvidence(tieBetween(network, a, b)?.factIds ?? []),
      });
    } catch {
      // Without WebGL.
      return setDrawn(false);
    }
    stop = layOut(graph);
    return () => {
      stop();
      drawing.current?.end();
    };
  }, [graph, network]);
  useEffect(() => drawing.current?.pick(picked || undefined), [picked]);

  const node = network.nodes.find(({ entity }) => entity.id === picked);
  if (!isDrawn) return <p className="nothing">{say('noPicture')}</p>;
  return (
    <figure className="network no-print">
      <div ref={ground} className="network-ground" role="img" aria-label={say('picture')} />
      {node && <PickedNode node={node} />}
      <div className="network-zoom">
        <Button aria-label={say('zoomIn')} onClick={() => drawing.current?.zoomIn()}>
          +
        </Button>
        <Button aria-label={say('zoomOut')} onClick={() => drawing.current?.zoomOut()}>
          −
        </Button>
        <Button onClick={() => drawing.current?.whole()}>{say('whole')}</Button>
      </div>
    </figure>
  );
}

const tieBetween = ({ ties }: Network, one: string, other: string) =>
  ties.find(({ a, b }) => (a === one && b === other) || (a === other && b === one));
