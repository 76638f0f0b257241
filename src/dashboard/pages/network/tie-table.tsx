import { Button } from 'antd';
import { useState } from 'react';
import { EntityLink } from '../../components/entity-link.tsx';
import { ExportButtons } from '../../components/export-buttons.tsx';
import { SortTitle } from '../../components/sort-title.tsx';
import { useSorting } from '../../components/use-sorting.ts';
import { EvidenceButton } from '../../evidence/evidence-button.tsx';
import { formatNumber } from '../../language/format.ts';
import type { Network, NetworkTie } from '../../operations/network.ts';
import { tabulateTies } from './tabulate-ties.ts';
import { say } from './words.ts';

interface Props {
  readonly network: Network;
  /** Whose network, as its files are called. */
  readonly name: string;
  readonly picked: string;
  readonly onPick: (id: string) => void;
}

const page = 50;
const values = { weight: ({ weight }: NetworkTie) => weight, sharedEvents: ({ sharedEvents }: NetworkTie) => sharedEvents };

/** Who met whom, the heaviest tie first; of the one who is picked, if there is one. Each tie opens what it rests on. */
export function TieTable({ network: { nodes, ties }, name, picked, onPick }: Props) {
  const [most, setMost] = useState(page);
  const cards = new Map(nodes.map(({ entity }) => [entity.id, entity]));
  const chosen = cards.get(picked);
  const found = chosen ? ties.filter(({ a, b }) => a === picked || b === picked) : ties;
  const [sorted, sorting] = useSorting('tiesBy', '-weight', values, found);
  const cell = (id: string) => <EntityLink entity={cards.get(id) ?? { id, label: id }} />;
  return (
    <section className="wide tall">
      <h2>{chosen ? say('tiesOf', { name: chosen.label }) : say('ties')}</h2>
      <p className="actions no-print">
        <ExportButtons
          table={async () => tabulateTies(chosen ? say('tiesOf', { name: chosen.label }) : say('tiesIn', { name }), sorted, cards)}
        />
      </p>
      {chosen && <Button onClick={() => onPick('')}>{say('allTies')}</Button>}
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{say('one')}</th>
            <th scope="col">{say('other')}</th>
            <SortTitle column="weight" sorting={sorting}>
              {say('weight')}
            </SortTitle>
            <SortTitle column="sharedEvents" sorting={sorting}>
              {say('sharedEvents')}
            </SortTitle>
            <th scope="col">{say('evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, most).map((tie) => (
            <tr key={`${tie.a} ${tie.b}`}>
              <th scope="row">{cell(tie.b === picked ? tie.b : tie.a)}</th>
              <td>{cell(tie.b === picked ? tie.a : tie.b)}</td>
              <td>{formatNumber(Math.round(tie.weight * 1000) / 1000)}</td>
              <td>{tie.sharedEvents}</td>
              <td>
                <EvidenceButton facts={factsOf(tie)}>{say('facts', { count: tie.factCount })}</EvidenceButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.length > most && <Button onClick={() => setMost(most + page)}>{say('moreRows', { count: found.length - most })}</Button>}
    </section>
  );
}

const factsOf = ({ factIds }: NetworkTie) => factIds.map((factId) => ({ factId }));
