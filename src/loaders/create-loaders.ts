import type { Database } from '../database/connect.ts';
import type { EvidencePart } from '../database/queries/asked-evidence.ts';
import { loadCards } from '../database/queries/load-cards.ts';
import { loadEvidence } from '../database/queries/load-evidence.ts';
import { loadFacts } from '../database/queries/load-facts.ts';
import { type EventAndParticipant, loadHeldRoles } from '../database/queries/load-held-roles.ts';
import { loadPosts } from '../database/queries/load-posts.ts';
import { loadOne, loadOneFor } from './batch-by-key.ts';

/** A fresh set of loaders for one request: what is asked several times is read once, what is asked together in one statement. */
export function createLoaders(database: Database) {
  const cardById = loadOne(
    (ids) => loadCards(database, ids),
    (card) => card.id,
  );
  const factWith = loadOneFor(
    (evidence: EvidencePart | undefined, ids) => loadFacts(database, ids, evidence),
    (fact) => fact.factId,
  );
  return {
    /** An entity in short; null where none lives under the id. */
    cardById,
    /** A fact, withdrawn ones too; null for an unknown id. */
    factById: factWith(undefined),
    /** The same with what is asked of its evidence. */
    factWith,
    /** What speaks for and against a fact. */
    evidenceByFact: loadOne(
      (ids) => loadEvidence(database, ids),
      (row) => row.factId,
    ),
    /** A person's posts in short. */
    postsByPerson: loadOne(
      (ids) => loadPosts(database, ids),
      (row) => row.id,
    ),
    /** The roles of a participant at an event and its sub-events, by `{eventId, participantId}` as JSON. */
    rolesHeld: loadOne(
      (keys) =>
        loadHeldRoles(
          database,
          keys.map((key) => JSON.parse(key) as EventAndParticipant),
        ),
      ({ eventId, participantId }) => JSON.stringify({ eventId, participantId }),
    ),
  };
}

/** The loaders of one request. */
export type Loaders = ReturnType<typeof createLoaders>;
