import { agreementKinds } from '../../../domain/vocabulary.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Asked } from '../../components/asked.tsx';
import { CertaintyMark } from '../../components/certainty-mark.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { EntityLink } from '../../components/entity-link.tsx';
import { HeadRow, links } from '../../components/head-row.tsx';
import { useStateInAddress } from '../../components/use-state-in-address.ts';
import { EvidenceButton } from '../../evidence/evidence-button.tsx';
import { formatDate, formatPartialDate } from '../../language/format.ts';
import { pick } from '../../language/language.ts';
import { type AgreementInShort, AgreementHead as Question } from '../../operations/agreement-head.ts';
import { say } from './words.ts';

/** Who agreed on what, when, and how it stands on a chosen day. */
export default function AgreementHead({ id }: { id: string }) {
  const [on, setOn] = useStateInAddress('on');
  const query = useAnswer(Question, { id, ...(on && { on }) }, { keep: true });
  return (
    <>
      <div className="filters no-print">
        <DayInput label={say('on')} value={on} onChange={setOn} />
      </div>
      <Asked query={query} lines={6}>
        {({ agreement }) => agreement && <Shown agreement={agreement} />}
      </Asked>
    </>
  );
}

function Shown({ agreement }: { agreement: AgreementInShort }) {
  const { kind, subject, status, termFrom, termTo, date, parties, signedAt, signatoriesConnection, certainty, disputed } = agreement;
  const day = (given: string | null) => [given ? formatPartialDate(given) : say('notStated')];
  return (
    <dl className="head">
      <HeadRow title={say('kind')}>{kind && [pick(agreementKinds[kind])]}</HeadRow>
      <HeadRow title={say('parties')}>{links(parties)}</HeadRow>
      <HeadRow title={say('status')}>{[say(status)]}</HeadRow>
      <HeadRow title={say('termFrom')}>{day(termFrom)}</HeadRow>
      <HeadRow title={say('termTo')}>{day(termTo)}</HeadRow>
      <HeadRow title={say('signed')}>{[formatDate(date), ...links(signedAt ? [signedAt] : [])].filter(Boolean)}</HeadRow>
      <HeadRow title={say('signatories')}>
        {signatoriesConnection.edges.map(({ node, properties: { capacity, onBehalfOf } }) => (
          <span key={node.id}>
            <EntityLink entity={node} />
            {capacity && <span lang="zh-CN">（{capacity}）</span>}
            {onBehalfOf && (
              <>
                {say('for')} <EntityLink entity={onBehalfOf} />
              </>
            )}
          </span>
        ))}
      </HeadRow>
      <HeadRow title={say('subject')}>{subject ? [subject] : null}</HeadRow>
      <div>
        <dt>{say('evidence')}</dt>
        <dd>
          <EvidenceButton facts={[agreement]} /> <CertaintyMark certainty={certainty} disputed={disputed} />
        </dd>
      </div>
    </dl>
  );
}
