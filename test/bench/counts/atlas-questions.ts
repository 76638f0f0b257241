import { hubEventId, hubGuestId } from '../../support/hub-event.ts';
import { storedQuestions } from '../../support/stored-questions.ts';
import type { Question } from './count-questions.ts';

/** What is asked of the event of thousands; a page of it must cost what a page of a small one does. */
const atHub = {
  'roster, 20 of a small event':
    '{ roster(eventId: "event:harbour-congress-2031", first: 20) { entries { edges { node { participant { name } roles { role } } } } } }',
  'roster, 20 of the hub': `{ roster(eventId: "${hubEventId}", first: 20) { recorded entries { edges { node { participant { name } roles { role } } } } } }`,
  'roster of the hub, counted': `{ roster(eventId: "${hubEventId}", first: 1) { entries { totalCount } } }`,
  'participation at the hub': `{ participation(participantId: "${hubGuestId(1)}", eventId: "${hubEventId}") { answer } }`,
  'shared events of two guests of the hub': `{ sharedEvents(participantIds: ["${hubGuestId(1)}", "${hubGuestId(2)}"]) { edges { node { event { name } } } } }`,
  'participants of the hub and of a small event': `{ participants(allOf: [{ eventId: "${hubEventId}" }, { eventId: "event:harbour-congress-2031" }]) { edges { node { participant { name } } } } }`,
};

/** Every question of `docs/questions/`, and a few at a large event. */
export const atlasQuestions = (): Question[] => [
  ...storedQuestions().map(({ file, query, variables }) => ({ name: file.replace('.md', ''), query, variables })),
  ...Object.entries(atHub).map(([name, query]) => ({ name, query, variables: {} })),
];
