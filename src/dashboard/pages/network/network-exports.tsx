import { Button } from 'antd';
import type { DrawnNetwork } from '../../../exporter/drawn-network.ts';
import { download } from '../../components/download.ts';
import type { Network } from '../../operations/network.ts';
import type { NetworkGraph } from './build-graph.ts';
import { paint } from './paint.ts';

interface Props {
  readonly graph: NetworkGraph;
  readonly network: Network;
  readonly name: string;
  readonly description: string;
}

/** Takes a network along as it is seen: as a picture, and for Gephi, yEd and their like. */
export function NetworkExports({ graph, network, name, description }: Props) {
  const drawn = (): DrawnNetwork => ({
    name,
    description,
    nodes: network.nodes.map(({ entity, ...measures }) => ({
      id: entity.id,
      kind: entity.kind,
      ...measures,
      ...graph.getNodeAttributes(entity.id),
    })),
    ties: network.ties,
  });
  return (
    <div className="actions no-print">
      {formats.map(({ ending, write }) => (
        <Button key={ending} onClick={async () => download(`${name}.${ending}`, await write(drawn()))}>
          {ending.toUpperCase()}
        </Button>
      ))}
    </div>
  );
}

// Loaded when they are asked for.
const svg = async (network: DrawnNetwork) => (await import('../../../exporter/write-network-svg.ts')).writeNetworkSvg(network);
const formats = [
  { ending: 'png', write: async (network: DrawnNetwork) => paint(await svg(network)) },
  { ending: 'svg', write: svg },
  { ending: 'gexf', write: async (network: DrawnNetwork) => (await import('../../../exporter/write-gexf.ts')).writeGexf(network) },
  { ending: 'graphml', write: async (network: DrawnNetwork) => (await import('../../../exporter/write-graphml.ts')).writeGraphml(network) },
];
