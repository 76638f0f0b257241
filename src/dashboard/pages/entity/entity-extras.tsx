import { type ComponentType, lazy } from 'react';
import type { EntityKind } from '../../../domain/vocabulary.ts';
import type { FactKind } from '../../operations/fragments.ts';
import { RosterSection } from '../roster/roster-section.tsx';

const Acquaintances = lazy(() => import('./acquaintances.tsx'));
const OrganisationAside = lazy(() => import('./organisation-aside.tsx'));
const SourceLines = lazy(() => import('../source/source-lines.tsx'));
const AgreementHead = lazy(() => import('./agreement-head.tsx'));
const EventHead = lazy(() => import('./event-head.tsx'));
const SeriesHead = lazy(() => import('./series-head.tsx'));
const WorkHead = lazy(() => import('./work-head.tsx'));

interface Extras {
  /** Stands above the facts. */
  readonly lead?: ComponentType<{ id: string }>;
  /** Stands beside the facts. */
  readonly aside?: ComponentType<{ id: string }>;
  /** Kinds of fact that the lead shows better. */
  readonly but?: readonly FactKind[];
}

/** What the page of a kind of entity has beyond its facts. */
export const extrasOf: Partial<Record<EntityKind, Extras>> = {
  PERSON: { aside: Acquaintances },
  ORGANISATION: { aside: OrganisationAside },
  EVENT: { lead: EventLead, but: ['PARTICIPATION', 'LOCATION'] },
  EVENT_SERIES: { lead: SeriesHead, but: ['CREDIT', 'EDITION_OF'] },
  WORK: { lead: WorkHead, but: ['CREDIT', 'MILESTONE'] },
  AGREEMENT: { lead: AgreementHead, but: ['AGREEMENT'] },
  SOURCE: { lead: SourceLines },
};

function EventLead({ id }: { id: string }) {
  return (
    <>
      <EventHead id={id} />
      <RosterSection eventId={id} />
    </>
  );
}
