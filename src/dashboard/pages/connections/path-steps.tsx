import { Fragment } from 'react';
import { entityKinds } from '../../../domain/vocabulary.ts';
import { CertaintyMark } from '../../components/certainty-mark.tsx';
import { EntityLink } from '../../components/entity-link.tsx';
import { LinkedText } from '../../components/linked-text.tsx';
import { EvidenceButton } from '../../evidence/evidence-button.tsx';
import { formatDate } from '../../language/format.ts';
import { pick } from '../../language/language.ts';
import type { Path } from '../../operations/connections.ts';
import type { Card } from '../../operations/fragments.ts';

/** A path drawn: who stands on it, and between each two the fact that joins them. */
export function PathSteps({ path: { steps } }: { path: Path }) {
  return (
    <ol className="path">
      {steps[0] && <Stop card={steps[0].from} />}
      {steps.map(({ fact, to }) => (
        <Fragment key={fact.factId}>
          <li className={`step ${fact.certainty.toLowerCase()}`}>
            <span className="when">{formatDate(fact.date)}</span>{' '}
            <LinkedText text={fact.statement} entities={fact.ends.map(({ entity }) => entity)} />{' '}
            <CertaintyMark certainty={fact.certainty} disputed={fact.disputed} /> <EvidenceButton facts={[fact]} />
          </li>
          <Stop card={to} />
        </Fragment>
      ))}
    </ol>
  );
}

function Stop({ card }: { card: Card }) {
  return (
    <li className="stop">
      <EntityLink entity={card} />
      <span className="note"> {[pick(entityKinds[card.kind]), card.summary].filter(Boolean).join(' · ')}</span>
    </li>
  );
}
