import { Link } from 'react-router';
import { useAnswer } from '../../api/use-answer.ts';
import { Asked } from '../../components/asked.tsx';
import { EntityLink } from '../../components/entity-link.tsx';
import { Nothing } from '../../components/nothing.tsx';
import { EvidenceButton } from '../../evidence/evidence-button.tsx';
import { formatNumber } from '../../language/format.ts';
import { type Acquaintance, type AcquaintancesFound, Acquaintances as Question } from '../../operations/acquaintances.ts';
import { SmallNetwork } from './small-network.tsx';
import { say } from './words.ts';

/** With whom one took part in events, the closest first, each weight explained. */
export default function Acquaintances({ id, title = say('acquaintances') }: { id: string; title?: string }) {
  const query = useAnswer(Question, { id, first: 10 });
  return (
    <section>
      <h2>{title}</h2>
      <Asked query={query} lines={10}>
        {({ coParticipants }) => coParticipants && <Found found={coParticipants} me={id} />}
      </Asked>
    </section>
  );
}

function Found({ found: { edges, formula, skippedEvents }, me }: { found: AcquaintancesFound; me: string }) {
  const skipped = skippedEvents > 0 && say('skipped', { count: skippedEvents });
  if (edges.length === 0)
    return (
      <>
        <Nothing what={say('noAcquaintances')} />
        {skipped && <p className="note">{skipped}</p>}
      </>
    );
  return (
    <>
      <SmallNetwork me={me} others={edges.map(({ node }) => node.participant.id)} />
      <ol className="plain">
        {edges.map(({ node }) => (
          <Line key={node.participant.id} of={node} me={me} />
        ))}
      </ol>
      <p className="note">{[formula, skipped].filter(Boolean).join(' ')}</p>
    </>
  );
}

function Line({ of: { participant, weight, sharedEvents, shares }, me }: { of: Acquaintance; me: string }) {
  const facts = shares.flatMap(({ participants }) => participants.flatMap(({ roles }) => roles));
  return (
    <li>
      <EntityLink entity={participant} />{' '}
      <Link className="note" to={`/connections?from=${me}&to=${participant.id}`}>
        {say('how')}
      </Link>
      <div className="note">
        {say('shared', { count: sharedEvents, weight: formatNumber(Math.round(weight * 1000) / 1000) })}{' '}
        <EvidenceButton facts={facts}>{say('facts', { count: facts.length })}</EvidenceButton>
        <details>
          <summary>{say('whyWeight')}</summary>
          {shares.map(({ event, calculation }) => (
            <div key={event.id}>
              <EntityLink entity={event} />: <span className="number">{calculation}</span>
            </div>
          ))}
        </details>
      </div>
    </li>
  );
}
