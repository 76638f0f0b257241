import type { ReactNode } from 'react';
import { eventKinds, organisingRoles } from '../../../domain/vocabulary.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Asked } from '../../components/asked.tsx';
import { EntityLink } from '../../components/entity-link.tsx';
import { EvidenceButton } from '../../evidence/evidence-button.tsx';
import { formatDate } from '../../language/format.ts';
import { language, pick } from '../../language/language.ts';
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
      <Row title={say('kind')}>{kind && [pick(eventKinds[kind])]}</Row>
      <Row title={say('date')}>{date && [`${formatDate(date)}${date.inferred ? say('inferred') : ''}`]}</Row>
      <Row title={say('places')}>
        {places.map((place) => (
          <span key={place.factId}>
            <EntityLink entity={place.location} /> <EvidenceButton facts={[place]} />
          </span>
        ))}
      </Row>
      <Row title={say('organisers')}>
        {organisers.map((each) => (
          <span key={each.factId}>
            <EntityLink entity={each.organiser} />
            {each.role && `（${pick(organisingRoles[each.role])}）`} <EvidenceButton facts={[each]} />
          </span>
        ))}
      </Row>
      <Row title={say('themes')}>{themes}</Row>
      <Row title={say('series')}>{links(series)}</Row>
      <Row title={say('partOf')}>{links(partOf)}</Row>
      <Row title={say('parts')}>{links(parts)}</Row>
    </dl>
  );
}

const links = (entities: readonly { id: string; label: string }[]) => entities.map((each) => <EntityLink key={each.id} entity={each} />);

function Row({ title, children }: { title: string; children: readonly ReactNode[] | null | undefined }) {
  if (!children || children.length === 0) return null;
  const between = language === 'EN' ? ', ' : '、';
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children.flatMap((child, index) => (index === 0 ? [child] : [between, child]))}</dd>
    </div>
  );
}
