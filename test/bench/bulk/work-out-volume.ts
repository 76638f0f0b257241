import type { Row } from '../../../src/database/connect.ts';
import { groupBy } from '../../../src/domain/group-by.ts';
import type { FoldedFact } from '../../../src/recording/fact-row.ts';
import { foldFact } from '../../../src/recording/fold-fact.ts';
import { projectRosters } from '../../../src/recording/project-rosters.ts';
import { writeEntities } from '../../../src/recording/write-entities.ts';
import { writeEvidence } from '../../../src/recording/write-evidence.ts';
import { writeFacts } from '../../../src/recording/write-facts.ts';
import { publishedDate, sealSource, writeDeclarations, writeSource } from '../../../src/recording/write-source.ts';
import { paperTransaction, type Written } from './paper-transaction.ts';
import type { PlannedVolume } from './plan-volume.ts';

/** Name keys of the people and organisations of the volumes so far, by their ids. */
export type NameKeys = Map<string, string>;

/**
 * Works out what the importer stores of a volume, by the importer's own functions.
 * It relies on what holds for made-up volumes: each fact is said once, an entity is described by the one volume that declares it,
 * events are declared where their facts are, no event is part of another, no fact has a date of its own or ties several.
 */
export async function workOutVolume({ head, plan }: PlannedVolume, nameKeys: NameKeys): Promise<Written> {
  const folded = foldAll({ head, plan });
  const held = folded.filter(({ identity }) => identity.type === 'PARTICIPATED_IN').map(pairOf);
  const roles = new Map(held.map((row) => [keyOf(row), row]));
  const ids = [head.source.id, ...Object.keys(plan.file.entities)];
  const dateOf = (id: unknown) => written.entities.get(String(id))?.dateKey;
  const { tx, written } = paperTransaction({
    material: materialOf(folded),
    rolesHeld: (pairs) =>
      pairs.map(({ participantId, eventId }) => ({
        participantId,
        eventId,
        nameKey: nameKeys.get(String(participantId)),
        date: dateOf(eventId),
        held: [roles.get(keyOf({ participantId, eventId }))?.role],
      })),
  });
  await writeSource(tx, head, false);
  await sealSource(tx, head);
  await writeDeclarations(tx, { plan, gone: [], undeclared: [], first: true, last: true, refold: false });
  await writeEvidence(tx, plan, [...plan.evidence.values()], () => false);
  await writeFacts(tx, folded, new Set());
  await writeEntities(tx, ids, ids);
  for (const id of ids) if (/^(person|organisation):/.test(id)) nameKeys.set(id, String(written.entities.get(id)?.nameKey));
  dateFacts(written);
  await projectRosters(tx, held as { participantId: string; eventId: string }[], new Set(plan.facts.keys()));
  return written;
}

function foldAll({ head: { source }, plan }: Pick<PlannedVolume, 'head' | 'plan'>): FoldedFact[] {
  const from = { sourceId: source.id, sha256: source.sha256, published: publishedDate(source) ?? '~' };
  return [...plan.evidence.values()].map((row) => {
    const fact = plan.facts.get(row.factId);
    const state = fact && foldFact(row.factId, fact.identity, [{ ...row, ...from, lineFrom: row.from }]);
    if (!state) throw new Error(`Nothing supports ${row.factId}.`);
    return { ...fact, state };
  });
}

const keyOf = ({ participantId, eventId }: Row): string => `${participantId} ${eventId}`;

const pairOf = ({ factId, identity: { ends }, state: { properties } }: FoldedFact): Row => ({
  participantId: ends.participant,
  eventId: ends.event,
  role: { factId, role: properties.role, printedOrder: properties.printedOrder ?? null, own: true },
});

function materialOf(folded: readonly FoldedFact[]) {
  const statements = groupBy(
    folded.filter(({ identity }) => identity.type === 'Statement'),
    ({ identity }) => String(identity.ends.subject),
  );
  return (ids: readonly string[]): Row[] =>
    ids.map((id) => ({
      id,
      stored: {},
      living: true,
      statements: statements.get(id)?.map(statementOf),
      ...Object.fromEntries(['declarations', 'formerNames', 'parties', 'outlet', 'authors'].map((name) => [name, []])),
      headcount: null,
    }));
}

/** As the database tells it: what is not said is null. */
const statementOf = ({ state: { properties, orderKey } }: FoldedFact): Row => ({ inferred: null, text: null, ...properties, orderKey });

/** A fact is listed under its event's date, as project-dates.ts has it. */
function dateFacts({ facts, links, entities }: Written): void {
  const ends = links.filter(({ type }) => type === 'END');
  const dates = new Map(ends.filter(({ to }) => to.startsWith('event:')).map(({ from, to }) => [from, entities.get(to)?.dateKey]));
  for (const [factId, { properties }] of facts) properties.dateKey = dates.get(factId) ?? '~';
  for (const { from, properties } of ends) properties.dateKey = dates.get(from) ?? '~';
}
