import { Button } from 'antd';
import { EntityLink } from '../../components/entity-link.tsx';
import { formatNumber } from '../../language/format.ts';
import type { Network } from '../../operations/network.ts';
import { communityColour } from './community-colours.ts';
import { Dot } from './network-legend.tsx';
import { say } from './words.ts';

interface Props {
  readonly network: Network;
  readonly picked: string;
  readonly onPick: (id: string) => void;
}

/** Everyone in the picture, the strongest first. */
export function NodeTable({ network: { nodes }, picked, onPick }: Props) {
  return (
    <section className="wide tall">
      <h2>{say('nodes')}</h2>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{say('name')}</th>
            <th scope="col">{say('degree')}</th>
            <th scope="col">{say('strength')}</th>
            <th scope="col">{say('group')}</th>
          </tr>
        </thead>
        <tbody>
          {nodes.map(({ entity, degree, strength, community }) => (
            <tr key={entity.id} className={entity.id === picked ? 'picked' : undefined}>
              <th scope="row">
                <EntityLink entity={entity} />{' '}
                <Button
                  size="small"
                  className="no-print"
                  aria-pressed={entity.id === picked}
                  aria-label={say('pick', { name: entity.label })}
                  onClick={() => onPick(entity.id === picked ? '' : entity.id)}
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
          ))}
        </tbody>
      </table>
    </section>
  );
}
