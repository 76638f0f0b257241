import { Link } from 'react-router';
import { useAnswer } from '../../api/use-answer.ts';
import { Asked } from '../../components/asked.tsx';
import { entityPath } from '../../components/entity-path.ts';
import { Nothing } from '../../components/nothing.tsx';
import { RosterOfEvent } from '../../operations/roster.ts';
import { CompletenessNote } from './completeness-note.tsx';
import { RosterTable } from './roster-table.tsx';
import { say } from './words.ts';

const most = 15;

/** The head of an event's roster, with the way to the whole of it. */
export function RosterSection({ eventId }: { eventId: string }) {
  const query = useAnswer(RosterOfEvent, { eventId, orderBy: 'ROLE_THEN_NAME', first: most });
  return (
    <section>
      <h2>{say('kind')}</h2>
      <Asked query={query} lines={10}>
        {({ roster }) =>
          roster && (
            <>
              <CompletenessNote roster={roster} />
              {roster.entries.totalCount === 0 ? (
                <Nothing />
              ) : (
                <RosterTable entries={roster.entries.edges.map(({ node }) => node)} eventId={eventId} caption={say('kind')} />
              )}
              <p className="no-print">
                <Link to={`${entityPath(eventId)}/roster`}>
                  {say('whole')} · {say('shown', { shown: Math.min(most, roster.entries.totalCount), total: roster.entries.totalCount })}
                </Link>
              </p>
            </>
          )
        }
      </Asked>
    </section>
  );
}
