import { Link } from 'react-router';
import type { EntityKind } from '../../../domain/vocabulary.ts';
import { say } from './words.ts';

/** Ways from an entity to the questions that begin with it. */
export function Onward({ id, kind }: { id: string; kind: EntityKind }) {
  const isEvent = kind === 'EVENT' || kind === 'EVENT_SERIES';
  const isParticipant = kind === 'PERSON' || kind === 'ORGANISATION';
  return (
    <span className="onward">
      {kind === 'ORGANISATION' && <Link to={`/partnerships?organisation=${id}`}>{say('partnerships')}</Link>}
      {(isEvent || isParticipant) && <Link to={`/network?of=${id}`}>{say('network')}</Link>}
      {isEvent && <Link to={`/attended?all=${id}`}>{say('attended')}</Link>}
      {isParticipant && <Link to={`/connections?from=${id}`}>{say('connect')}</Link>}
      {kind !== 'SOURCE' && <Link to={`/timeline?of=${id}`}>{say('timeline')}</Link>}
    </span>
  );
}
