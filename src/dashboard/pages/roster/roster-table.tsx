import { type EventRole, eventRoles } from '../../../domain/vocabulary.ts';
import { Both } from '../../components/both.tsx';
import { CertaintyMark } from '../../components/certainty-mark.tsx';
import { EntityLink } from '../../components/entity-link.tsx';
import { EvidenceButton } from '../../evidence/evidence-button.tsx';
import { sayLines } from '../../evidence/say-lines.ts';
import { language } from '../../language/language.ts';
import type { RosterEntry } from '../../operations/roster.ts';
import { numberSources } from './number-sources.ts';
import { headings } from './words.ts';

const columns = ['name', 'role', 'capacity', 'onBehalfOf', 'evidence'] as const;

/** A roster as a table, a line for each role held; on paper in both languages, with the lines of each document. */
export function RosterTable({ entries, eventId, caption }: { entries: readonly RosterEntry[]; eventId: string; caption: string }) {
  const sources = numberSources(entries);
  return (
    <div className="wide">
      <table className="rows broad">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                <Both {...headings[column]} />
              </th>
            ))}
          </tr>
        </thead>
        {entries.map((entry) => (
          <Entry key={entry.participant.id} entry={entry} eventId={eventId} sources={sources} />
        ))}
      </table>
      <ol className="print-only sources">
        {[...sources].map(([id, { label }]) => (
          <li key={id}>
            {label} ({id})
          </li>
        ))}
      </ol>
    </div>
  );
}

interface EntryProps {
  readonly entry: RosterEntry;
  readonly eventId: string;
  readonly sources: ReturnType<typeof numberSources>;
}

function Entry({ entry: { participant, roles }, eventId, sources }: EntryProps) {
  return (
    <tbody>
      {roles.map((held, index) => (
        <tr key={held.factId}>
          {index === 0 && (
            <th scope="rowgroup" rowSpan={roles.length}>
              <EntityLink entity={participant} />
              <span className="other-name">{inOther(participant)}</span>
            </th>
          )}
          <td>
            <Both {...eventRoles[held.role as EventRole]} /> <CertaintyMark certainty={held.certainty} disputed={held.disputed} />
            {held.event.id !== eventId && <span className="other-name">{held.event.label}</span>}
          </td>
          <td lang="zh-CN">{held.capacity}</td>
          <td>
            {held.onBehalfOf && (
              <>
                <EntityLink entity={held.onBehalfOf} />
                <span className="other-name print-only">{inOther(held.onBehalfOf)}</span>
              </>
            )}
          </td>
          <td>
            <EvidenceButton facts={[held]} />
            <span className="print-only">
              {held.evidence.map(({ source, lines }) => `[${sources.get(source.id)?.number}] ${sayLines(lines)}`).join('; ')}
            </span>
          </td>
        </tr>
      ))}
    </tbody>
  );
}

/** A name in the language that the page is not in. */
const inOther = ({ name, nameEn }: { name: string; nameEn: string | null }) => (language === 'EN' ? name : nameEn);
