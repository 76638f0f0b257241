import { EvidenceButton } from '../evidence/evidence-button.tsx';
import { formatDate } from '../language/format.ts';
import type { FactLine } from '../operations/fragments.ts';
import { CertaintyMark } from './certainty-mark.tsx';
import { LinkedText } from './linked-text.tsx';

/** Facts, one a line: when, what, how surely, and where it says so. */
export function FactList({ facts, about }: { facts: readonly FactLine[]; about?: string }) {
  return (
    <ul className="facts">
      {facts.map((fact) => (
        <li key={fact.factId} className={`fact ${fact.certainty.toLowerCase()}`}>
          <span className="when">{formatDate(fact.date)}</span>
          <span className="what">
            <LinkedText text={fact.statement} entities={fact.ends.map(({ entity }) => entity)} but={about} />{' '}
            <CertaintyMark certainty={fact.certainty} disputed={fact.disputed} />
          </span>
          <EvidenceButton facts={[fact]} />
        </li>
      ))}
    </ul>
  );
}
