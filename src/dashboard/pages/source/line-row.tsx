import { CertaintyMark } from '../../components/certainty-mark.tsx';
import { EvidenceButton } from '../../evidence/evidence-button.tsx';
import type { Line } from '../../operations/source-lines.ts';
import { say as sayAll } from '../../words.ts';
import { say } from './words.ts';

/** A line: its number, its words where there is a copy, and what it supports. */
export function LineRow({
  line: { number, passage, facts, leftOut },
  isWanted,
  hasCopy,
}: {
  line: Line;
  isWanted: boolean;
  hasCopy: boolean;
}) {
  const main = facts.filter(({ kind }) => kind !== 'STATEMENT');
  return (
    <li id={`line-${number}`} className={isWanted ? 'line wanted' : 'line'} aria-current={isWanted || undefined}>
      <span className="line-number">{number}</span>
      {hasCopy && (
        <span className="line-text" lang="zh-CN">
          {passage}
        </span>
      )}
      <div>
        {leftOut && <span className="note">{say('leftOut', { why: leftOut })}</span>}
        {!leftOut && facts.length === 0 && <strong className="uncovered">{say('uncovered')}</strong>}
        <ul className="proof">
          {main.map((fact) => (
            <li key={fact.factId}>
              {fact.statement} <CertaintyMark certainty={fact.certainty} disputed={fact.disputed} />{' '}
              <EvidenceButton facts={[fact]}>{sayAll('evidence')}</EvidenceButton>
            </li>
          ))}
        </ul>
        {facts.length > main.length && <Statements facts={facts.filter(({ kind }) => kind === 'STATEMENT')} />}
      </div>
    </li>
  );
}

/** Names, kinds and the like, folded up. */
function Statements({ facts }: { facts: Line['facts'] }) {
  return (
    <details className="note">
      <summary>{say('statements', { count: facts.length })}</summary>
      <ul className="proof">
        {facts.map((fact) => (
          <li key={fact.factId}>
            {fact.statement} <CertaintyMark certainty={fact.certainty} disputed={fact.disputed} />{' '}
            <EvidenceButton facts={[fact]}>{sayAll('evidence')}</EvidenceButton>
          </li>
        ))}
      </ul>
    </details>
  );
}
