import { CertaintyMark } from '../../components/certainty-mark.tsx';
import { EntityLink } from '../../components/entity-link.tsx';
import { EvidenceButton } from '../../evidence/evidence-button.tsx';
import { language } from '../../language/language.ts';
import type { Attender } from '../../operations/attended.ts';
import { say as sayAll } from '../../words.ts';
import { say } from './words.ts';

/** Those who meet the question, each with the facts that say so. */
export function Attenders({ rows }: { rows: readonly Attender[] }) {
  return (
    <div className="wide">
      <table className="rows">
        <caption className="unseen">{say('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('name')}</th>
            <th scope="col">{say('proof')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <OneRow key={row.participant.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OneRow({ row: { participant, matches } }: { row: Attender }) {
  return (
    <tr>
      <th scope="row">
        <EntityLink entity={participant} />
        <span className="other-name">{language === 'EN' ? participant.name : participant.nameEn}</span>
      </th>
      <td>
        <ul className="proof">
          {matches.flatMap(({ list, index, possible, facts }) =>
            facts.map((fact) => (
              <li key={`${list} ${index} ${fact.factId}`}>
                {fact.statement} <CertaintyMark certainty={fact.certainty} disputed={fact.disputed} />
                {possible && <span className="note">{say('possible')}</span>}{' '}
                <EvidenceButton facts={[fact]}>{sayAll('evidence')}</EvidenceButton>
              </li>
            )),
          )}
        </ul>
      </td>
    </tr>
  );
}
