import { eventKinds, organisingRoles } from '../../../domain/vocabulary.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Asked } from '../../components/asked.tsx';
import { EntityLink } from '../../components/entity-link.tsx';
import { HeadRow, links } from '../../components/head-row.tsx';
import { EvidenceButton } from '../../evidence/evidence-button.tsx';
import { formatDate } from '../../language/format.ts';
import { pick } from '../../language/language.ts';
import { type EventInShort, EventHead as Question } from '../../operations/event-head.ts';
import { say } from './words.ts';

/** When and where an event was, who organised it, what it belongs to and what belongs to it. */
export default function EventHead({ id }: { id: string }) {
  const query = useAnswer(Question, { id });
  return (
    <Asked query={query} lines={4}>
      {({ event }) => event && <Shown event={event} />}
    </Asked>
  );
}

function Shown({ event: { kind, themes, date, places, organisers, partOf, parts, series } }: { event: EventInShort }) {
  return (
    <dl className="head">
      <HeadRow title={say('kind')}>{kind && [pick(eventKinds[kind])]}</HeadRow>
      <HeadRow title={say('date')}>{date && [`${formatDate(date)}${date.inferred ? say('inferred') : ''}`]}</HeadRow>
      <HeadRow title={say('places')}>
        {places.map((place) => (
          <span key={place.factId}>
            <EntityLink entity={place.location} /> <EvidenceButton facts={[place]} />
          </span>
        ))}
      </HeadRow>
      <HeadRow title={say('organisers')}>
        {organisers.map((each) => (
          <span key={each.factId}>
            <EntityLink entity={each.organiser} />
            {each.role && `（${pick(organisingRoles[each.role])}）`} <EvidenceButton facts={[each]} />
          </span>
        ))}
      </HeadRow>
      <HeadRow title={say('themes')}>{themes}</HeadRow>
      <HeadRow title={say('series')}>{links(series)}</HeadRow>
      <HeadRow title={say('partOf')}>{links(partOf)}</HeadRow>
      <HeadRow title={say('parts')}>{links(parts)}</HeadRow>
    </dl>
  );
}
