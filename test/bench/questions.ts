import { it } from 'vitest';
import { askSchema } from '../support/ask-schema.ts';
import { atlasGraph } from '../support/atlas.ts';
import { hubEventId, hubGuestId } from '../support/hub-event.ts';
import { seedFiles } from '../support/seeded-graph.ts';
import { storedQuestions } from '../support/stored-questions.ts';
import { profiledReads } from './profiled-reads.ts';

const hub = Number(process.env.HUB_SIZE ?? 5000);

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

it('counts what each question asks of the database', async () => {
  const database = await atlasGraph({ hub, more: seedFiles() });
  const questions = [
    ...storedQuestions().map(({ file, query, variables }) => ({ name: file.replace('.md', ''), query, variables })),
    ...Object.entries(atHub).map(([name, query]) => ({ name, query, variables: {} })),
  ];
  const lines = ['| question | round trips | database hits |', '|---|---:|---:|'];
  for (const { name, query, variables } of questions) {
    const { database: profiled, cost } = profiledReads(database);
    const { errors } = await (await askSchema(profiled))(query, variables);
    lines.push(`| ${name} | ${cost.statements} | ${errors ? errors.map((error) => error.message).join('; ') : cost.databaseHits} |`);
  }
  await database.close();
  console.log(`Two documents, the atlas and an event of ${hub}; counts of PROFILE, no times.\n\n${lines.join('\n')}\n`);
});
