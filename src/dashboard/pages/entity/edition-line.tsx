import { Link } from 'react-router';
import { useAnswer } from '../../api/use-answer.ts';
import { Asked } from '../../components/asked.tsx';
import { CertaintyMark } from '../../components/certainty-mark.tsx';
import { EntityLink } from '../../components/entity-link.tsx';
import { rowsPath } from '../../components/rows-path.ts';
import { EvidenceButton } from '../../evidence/evidence-button.tsx';
import { formatDate, formatNumber } from '../../language/format.ts';
import { type Edition, type EventFigure, EventFigures } from '../../operations/series-head.ts';
import { say } from './words.ts';

/** Figures that say something of an edition; its places stand above, and who is merely named counts in the facts. */
const told = new Set(['PEOPLE_PRESENT', 'ORGANISATIONS_PRESENT', 'EVENTS', 'AGREEMENTS', 'WORKS', 'PROJECTS', 'HONOURS', 'FACTS']);

/** An edition: when and where it was, and how much is recorded of it, each number opening its rows. */
export function EditionLine({ edition: { id, label, date, places, seriesConnection }, of }: { edition: Edition; of: string }) {
  const query = useAnswer(EventFigures, { id });
  const edition = seriesConnection.edges.find(({ node }) => node.id === of)?.properties;
  return (
    <li className="dated">
      <span className="when">{formatDate(date) || say('undated')}</span>
      <div>
        <EntityLink entity={{ id, label }} />{' '}
        {edition && (
          <>
            <CertaintyMark {...edition} /> <EvidenceButton facts={[edition]} />
          </>
        )}
        <div className="note edition-figures">
          {places.map(({ factId, location }) => (
            <EntityLink key={factId} entity={location} />
          ))}
        </div>
        <Asked query={query} lines={1}>
          {({ overview }) => <Figures figures={overview?.figures ?? []} />}
        </Asked>
      </div>
    </li>
  );
}

function Figures({ figures }: { figures: readonly EventFigure[] }) {
  return (
    <div className="note edition-figures">
      {figures
        .filter(({ key, value }) => value > 0 && told.has(key))
        .map((figure) => (
          <Figure key={figure.key} figure={figure} />
        ))}
    </div>
  );
}

function Figure({ figure: { label, value, open, rows } }: { figure: EventFigure }) {
  return (
    <span>
      <Link to={rowsPath(rows)}>
        {label} <span className="number">{formatNumber(value)}</span>
      </Link>
      {open && ` ${say('openList')}`}
    </span>
  );
}
