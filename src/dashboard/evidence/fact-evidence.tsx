import { Tag } from 'antd';
import { Link } from 'react-router';
import { type Certainty, certainties } from '../../domain/vocabulary.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Asked } from '../components/asked.tsx';
import { CertaintyMark } from '../components/certainty-mark.tsx';
import { entityPath } from '../components/entity-path.ts';
import { LinkedText } from '../components/linked-text.tsx';
import { Nothing } from '../components/nothing.tsx';
import { formatDate } from '../language/format.ts';
import { pick } from '../language/language.ts';
import { EvidenceOfFact, type FactWithEvidence } from '../operations/evidence.ts';
import { sayLines } from './say-lines.ts';
import { say } from './words.ts';

/** A fact and every place that says it. */
export function FactEvidence({ id }: { id: string }) {
  const query = useAnswer(EvidenceOfFact, { id });
  return <Asked query={query}>{({ fact }) => (fact ? <Shown fact={fact} /> : <Nothing what={say('none')} />)}</Asked>;
}

function Shown({ fact }: { fact: FactWithEvidence }) {
  const { statement, ends, date, certainty, disputed, withdrawnAt, evidence } = fact;
  return (
    <section className="fact-evidence">
      <p className="statement">
        <LinkedText text={statement} entities={ends.map(({ entity }) => entity)} />{' '}
        <CertaintyMark certainty={certainty} disputed={disputed} />
        {withdrawnAt && <Tag className="mark-disputed">{say('withdrawn')}</Tag>}
      </p>
      <dl>
        <dt>{say('certainty')}</dt>
        <dd>{pick(certainties[certainty as Certainty])}</dd>
        {date && (
          <>
            <dt>{say('date')}</dt>
            <dd>
              {formatDate(date)}
              {date.inferred && say('inferred')}
            </dd>
          </>
        )}
      </dl>
      <ol className="evidence">
        {evidence.map((each) => (
          <Said key={each.id} evidence={each} />
        ))}
      </ol>
    </section>
  );
}

function Said({
  evidence: { source, lines, passage, certainty, stance, withdrawnAt },
}: {
  evidence: FactWithEvidence['evidence'][number];
}) {
  return (
    <li>
      <Link to={`${entityPath(source.id)}?line=${lines.from}`}>
        {source.label} · {sayLines(lines)}
      </Link>{' '}
      <CertaintyMark certainty={certainty} disputed={false} />
      {stance === 'DISPUTES' && <Tag className="mark-disputed">{say('disputes')}</Tag>}
      {withdrawnAt && <Tag>{say('withdrawn')}</Tag>}
      {passage ? <blockquote lang="zh-CN">{withoutEmptyLines(passage)}</blockquote> : <p className="no-passage">{say('noPassage')}</p>}
    </li>
  );
}

/** Documents taken from the web put an empty line between any two. */
const withoutEmptyLines = (passage: string): string => passage.replace(/\n\s*\n/g, '\n');
