import { creditRoles, statuses, workKinds } from '../../../domain/vocabulary.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Asked } from '../../components/asked.tsx';
import { CertaintyMark } from '../../components/certainty-mark.tsx';
import { EntityLink } from '../../components/entity-link.tsx';
import { HeadRow, links } from '../../components/head-row.tsx';
import { EvidenceButton } from '../../evidence/evidence-button.tsx';
import { formatDate } from '../../language/format.ts';
import { pick } from '../../language/language.ts';
import { WorkHead as Question, type WorkInShort } from '../../operations/work-head.ts';
import { say } from './words.ts';

/** Who made a work, as what, and when it was begun, launched or released. */
export default function WorkHead({ id }: { id: string }) {
  const query = useAnswer(Question, { id });
  return (
    <Asked query={query} lines={5}>
      {({ work }) => work && <Shown work={work} />}
    </Asked>
  );
}

function Shown({ work: { kind, status, partOf, parts, credits, milestones } }: { work: WorkInShort }) {
  const dated = milestones.map((each) => ({ ...each, when: each.date ?? each.event.date }));
  const inOrder = dated.sort((a, b) => (a.when?.start ?? '~').localeCompare(b.when?.start ?? '~'));
  return (
    <>
      <dl className="head">
        <HeadRow title={say('kind')}>{kind && [pick(workKinds[kind])]}</HeadRow>
        <HeadRow title={say('status')}>{status && [pick(statuses[status])]}</HeadRow>
        <HeadRow title={say('partOfWork')}>{links(partOf)}</HeadRow>
        <HeadRow title={say('partsOfWork')}>{links(parts)}</HeadRow>
      </dl>
      {credits.length > 0 && (
        <section>
          <h2>{say('makers')}</h2>
          <ul className="plain">
            {credits.map((credit) => (
              <Credit key={credit.factId} credit={credit} />
            ))}
          </ul>
        </section>
      )}
      {inOrder.length > 0 && (
        <section>
          <h2>{say('milestones')}</h2>
          <ol className="plain">
            {inOrder.map((milestone) => (
              <li key={milestone.factId} className="dated">
                <span className="when">{formatDate(milestone.when) || say('undated')}</span>
                <span>
                  {say(milestone.kind)}
                  {say('at')} <EntityLink entity={milestone.event} /> <CertaintyMark {...milestone} />{' '}
                  <EvidenceButton facts={[milestone]} />
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function Credit({ credit }: { credit: WorkInShort['credits'][number] }) {
  return (
    <li className="dated">
      <span className="when">{credit.role ? pick(creditRoles[credit.role]) : say(credit.kind)}</span>
      <span>
        <EntityLink entity={credit.credited} />
        {credit.capacity && (
          <span className="note" lang="zh-CN">
            （{credit.capacity}）
          </span>
        )}{' '}
        <CertaintyMark {...credit} /> <EvidenceButton facts={[credit]} />
      </span>
    </li>
  );
}
