import { type EventRole, eventRoles } from '../../../domain/vocabulary.ts';
import { CertaintyMark } from '../../components/certainty-mark.tsx';
import { EntityLink } from '../../components/entity-link.tsx';
import { EvidenceButton } from '../../evidence/evidence-button.tsx';
import { language, pick } from '../../language/language.ts';
import type { RosterEntry } from '../../operations/roster.ts';
import { say } from './words.ts';

/** A roster as a table, a line for each role held. */
export function RosterTable({ entries, eventId, caption }: { entries: readonly RosterEntry[]; eventId: string; caption: string }) {
  return (
    <div className="wide">
      <table className="rows broad">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say('name')}</th>
            <th scope="col">{say('role')}</th>
            <th scope="col">{say('capacity')}</th>
            <th scope="col">{say('onBehalfOf')}</th>
            <th scope="col">{say('evidence')}</th>
          </tr>
        </thead>
        {entries.map((entry) => (
          <Entry key={entry.participant.id} entry={entry} eventId={eventId} />
        ))}
      </table>
    </div>
  );
}

function Entry({ entry: { participant, roles }, eventId }: { entry: RosterEntry; eventId: string }) {
  return (
    <tbody>
      {roles.map((held, index) => (
        <tr key={held.factId}>
          {index === 0 && (
            <th scope="rowgroup" rowSpan={roles.length}>
              <EntityLink entity={participant} />
              <span className="other-name">{language === 'EN' ? participant.name : participant.nameEn}</span>
            </th>
          )}
          <td>
            {pick(eventRoles[held.role as EventRole])} <CertaintyMark certainty={held.certainty} disputed={held.disputed} />
            {held.event.id !== eventId && <span className="other-name">{held.event.label}</span>}
          </td>
          <td lang="zh-CN">{held.capacity}</td>
          <td>{held.onBehalfOf && <EntityLink entity={held.onBehalfOf} />}</td>
          <td>
            <EvidenceButton facts={[held]} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}
