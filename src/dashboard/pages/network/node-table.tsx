import { Button } from 'antd';
import { useState } from 'react';
import { EntityLink } from '../../components/entity-link.tsx';
import { ExportButtons } from '../../components/export-buttons.tsx';
import { SortTitle } from '../../components/sort-title.tsx';
import { useSorting } from '../../components/use-sorting.ts';
import { formatNumber } from '../../language/format.ts';
import type { Network, NetworkNode } from '../../operations/network.ts';
import { communityColour } from './community-colours.ts';
import { Dot } from './network-legend.tsx';
import { tabulateNodes } from './tabulate-nodes.ts';
import { say } from './words.ts';

interface Props {
  readonly network: Network;
  /** Whose network, as its files are called. */
  readonly name: string;
  readonly picked: string;
  readonly onPick: (id: string) => void;
}

const page = 50;
const values = {
  name: ({ entity }: NetworkNode) => entity.label,
  degree: ({ degree }: NetworkNode) => degree,
  strength: ({ strength }: NetworkNode) => strength,
  group: ({ community }: NetworkNode) => community ?? Number.POSITIVE_INFINITY,
};
const columns = ['name', 'degree', 'strength', 'group'] as const;

/** Everyone in the picture, the strongest first unless it is sorted otherwise. */
export function NodeTable({ network: { nodes }, name, picked, onPick }: Props) {
  const [most, setMost] = useState(page);
  const [sorted, sorting] = useSorting('nodesBy', '-strength', values, nodes);
  return (
    <section className="wide tall">
      <h2>{say('nodes')}</h2>
      <p className="actions no-print">
        <ExportButtons table={async () => tabulateNodes(say('nodesOf', { name }), sorted)} />
      </p>
      <table className="rows">
        <thead>
          <tr>
            {columns.map((column) => (
              <SortTitle key={column} column={column} sorting={sorting}>
                {say(column)}
              </SortTitle>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, most).map((node) => (
            <OneNode key={node.entity.id} node={node} isPicked={node.entity.id === picked} onPick={onPick} />
          ))}
        </tbody>
      </table>
      {nodes.length > most && <Button onClick={() => setMost(most + page)}>{say('moreRows', { count: nodes.length - most })}</Button>}
    </section>
  );
}

interface NodeProps {
  readonly node: NetworkNode;
  readonly isPicked: boolean;
  readonly onPick: (id: string) => void;
}

function OneNode({ node: { entity, degree, strength, community }, isPicked, onPick }: NodeProps) {
  return (
    <tr className={isPicked ? 'picked' : undefined}>
      <th scope="row">
        <EntityLink entity={entity} />{' '}
        <Button
          size="small"
          className="no-print"
          aria-pressed={isPicked}
          aria-label={say('pick', { name: entity.label })}
          onClick={() => onPick(isPicked ? '' : entity.id)}
        >
          {say('show')}
        </Button>
      </th>
      <td>{degree}</td>
      <td>{formatNumber(Math.round(strength * 100) / 100)}</td>
      <td>
        <Dot colour={communityColour(community)} />
        {community}
      </td>
    </tr>
  );
}
