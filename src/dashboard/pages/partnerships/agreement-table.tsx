import { CertaintyMark } from '../../components/certainty-mark.tsx';
import { EntityLink } from '../../components/entity-link.tsx';
import { EvidenceButton } from '../../evidence/evidence-button.tsx';
import { formatDate, formatPartialDate } from '../../language/format.ts';
import type { AgreementRow } from '../../operations/partnerships.ts';
import { countSources } from './count-sources.ts';
import { say } from './words.ts';

/** Agreements with how each stands on the chosen day. */
export function AgreementTable({ agreements }: { agreements: readonly AgreementRow[] }) {
  return (
    <div className="wide">
      <table className="rows broad">
        <caption className="unseen">{say('agreements')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('agreement')}</th>
            <th scope="col">{say('status')}</th>
            <th scope="col">{say('signed')}</th>
            <th scope="col">{say('subject')}</th>
            <th scope="col">{say('evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {agreements.map((agreement) => (
            <tr key={agreement.id}>
              <th scope="row">
                <EntityLink entity={agreement} /> <CertaintyMark certainty={agreement.certainty} disputed={agreement.disputed} />
              </th>
              <td>
                {say(agreement.status)}
                {agreement.termTo && <span className="other-name">{say('until', { day: formatPartialDate(agreement.termTo) })}</span>}
              </td>
              <td>
                {formatDate(agreement.date)}
                {agreement.signedAt && (
                  <span className="other-name">
                    <EntityLink entity={agreement.signedAt} />
                  </span>
                )}
              </td>
              <td lang="zh-CN">{agreement.subject}</td>
              <td>
                <EvidenceButton facts={[agreement]} />
                {countSources([agreement]) === 1 && <span className="other-name">{say('single')}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
