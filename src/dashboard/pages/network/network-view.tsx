import { useMemo } from 'react';
import { useStateInAddress } from '../../components/use-state-in-address.ts';
import { formatNumber } from '../../language/format.ts';
import type { Network } from '../../operations/network.ts';
import { buildGraph } from './build-graph.ts';
import { NetworkExports } from './network-exports.tsx';
import { NetworkLegend } from './network-legend.tsx';
import { NetworkPicture } from './network-picture.tsx';
import { NodeTable } from './node-table.tsx';
import { TieTable } from './tie-table.tsx';
import { say } from './words.ts';

/** A network: its picture, and the same in tables. */
export function NetworkView({ network, name, scope }: { network: Network; name: string; scope: string }) {
  const [picked, setPicked] = useStateInAddress('picked');
  const graph = useMemo(() => buildGraph(network), [network]);
  return (
    <>
      <p role="status" className="note">
        {scope} {describe(network)}
      </p>
      <NetworkPicture graph={graph} network={network} picked={picked} onPick={setPicked} />
      <NetworkLegend network={network} />
      <p className="note no-print">{say('gestures')}</p>
      <p className="note">{network.formula}</p>
      <NetworkExports graph={graph} network={network} name={name} description={`${scope} ${describe(network)} ${network.formula}`} />
      <div className="columns network-tables">
        <TieTable network={network} name={name} picked={picked} onPick={setPicked} />
        <NodeTable network={network} name={name} picked={picked} onPick={setPicked} />
      </div>
    </>
  );
}

function describe({ nodes, ties, hiddenNodes, hiddenTies, skippedEvents }: Network): string {
  const shown = say('shown', { nodes: formatNumber(nodes.length), ties: formatNumber(ties.length) });
  const hidden = say('hidden', { nodes: formatNumber(hiddenNodes), ties: formatNumber(hiddenTies) });
  const skipped = skippedEvents > 0 ? say('skipped', { count: formatNumber(skippedEvents) }) : '';
  return [shown, hidden, skipped, say('meaning')].filter(Boolean).join(' ');
}
