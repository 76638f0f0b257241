import { idOf, probeDegrees } from '../generate/shape.ts';
import type { PlainQuestion } from './plain-questions.ts';

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its question.
type Answer = any;

const person = 'query R1($id: String!) { person: personByRowId(rowId: $id) { id: rowId name nameEn kinds honorifics } }';
const dossier = `query R2($id: String!) { person: personByRowId(rowId: $id) {
  id: rowId name participations: participationsByPersonId(first: 6, orderBy: [DATE_KEY_DESC, DOC_KEY_ASC]) { nodes { role event: eventByEventId {
    id: rowId name dateStart heldAts: heldAtsByEventId { nodes { place: placeByPlaceId { id: rowId name } } }
    participations: participationsByEventId(first: 3, orderBy: [DOC_KEY_ASC]) { nodes { role participant: personByPersonId { id: rowId name } } }
  } } }
} }`;

/** The reads R1 and R2 in the terms of PostGraphile's schema. */
export const postgraphileQuestions: Record<string, PlainQuestion> = {
  'R1 person by id': { query: person, variables: { id: idOf.probe(20) }, inOurs: (data) => data },
  ...Object.fromEntries(
    probeDegrees.map((degree) => [
      `R2 dossier of a person at ${degree} events`,
      { query: dossier, variables: { id: idOf.probe(degree) }, inOurs: ourDossier },
    ]),
  ),
};

function ourDossier({ person: { id, name, participations } }: Answer) {
  return {
    person: {
      id,
      name,
      participations: { edges: participations.nodes.map(({ role, event }: Answer) => ({ node: { role, event: ourEvent(event) } })) },
    },
  };
}

const ourEvent = ({ id, name, dateStart, heldAts, participations }: Answer) => ({
  id,
  name,
  date: { start: dateStart },
  places: heldAts.nodes.map(({ place }: Answer) => ({ location: place })),
  participations: { edges: participations.nodes.map((node: Answer) => ({ node })) },
});
