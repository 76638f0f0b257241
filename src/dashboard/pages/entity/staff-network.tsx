import { useAnswer } from '../../api/use-answer.ts';
import { Asked } from '../../components/asked.tsx';
import { EntityLink } from '../../components/entity-link.tsx';
import { Nothing } from '../../components/nothing.tsx';
import { EvidenceButton } from '../../evidence/evidence-button.tsx';
import { formatNumber } from '../../language/format.ts';
import { type Network, NetworkOf, type NetworkTie } from '../../operations/network.ts';
import { RingFigure } from './ring-figure.tsx';
import { say } from './words.ts';

/** Who of an organisation's people met at events: those who met most, drawn, and every tie of the picture in a list. */
export function StaffNetwork({ id }: { id: string }) {
  const query = useAnswer(NetworkOf, { scope: { organisationId: id }, kinds: ['PERSON'], maxNodes: 12, maxTies: 100 });
  return (
    <section>
      <h2>{say('staff')}</h2>
      <Asked query={query} lines={10}>
        {({ network }) => network && (network.ties.length === 0 ? <Nothing what={say('noStaff')} /> : <Shown network={network} of={id} />)}
      </Asked>
    </section>
  );
}

function Shown({ network, of }: { network: Network; of: string }) {
  const cards = new Map(network.nodes.map(({ entity }) => [entity.id, entity]));
  const nameOf = (id: string) => <EntityLink entity={cards.get(id) ?? { id, label: id }} />;
  return (
    <>
      <RingFigure network={network} title={say('staffRing')} of={of} />
      <ol className="plain tall">
        {network.ties.map((tie) => (
          <li key={`${tie.a} ${tie.b}`}>
            {nameOf(tie.a)} · {nameOf(tie.b)}
            <TieNote tie={tie} />
          </li>
        ))}
      </ol>
      <p className="note">
        {network.formula}
        {network.hiddenNodes > 0 && ` ${say('hiddenStaff', { count: formatNumber(network.hiddenNodes) })}`}
      </p>
    </>
  );
}

const TieNote = ({ tie: { sharedEvents, weight, factIds, factCount } }: { tie: NetworkTie }) => (
  <div className="note">
    {say('shared', { count: sharedEvents, weight: formatNumber(Math.round(weight * 1000) / 1000) })}{' '}
    <EvidenceButton facts={factIds.map((factId) => ({ factId }))}>{say('facts', { count: factCount })}</EvidenceButton>
  </div>
);
