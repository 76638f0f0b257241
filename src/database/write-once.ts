import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { OutcomeUnknownError, UnavailableError } from '../domain/errors.ts';
import type { Database, WriteTransaction } from './connect.ts';

const ASK_WITHIN_MS = 10_000;

// The constraint on the id makes a second MERGE wait for the first to be committed or gone.
const claim = `
MERGE (o:Operation {id: $id})
ON CREATE SET o.attempt = $attempt, o.at = datetime()
RETURN o.attempt AS attempt`;

class NotStored extends Error {}

/**
 * Runs the work in one transaction that stores the id of this write too: a commit whose answer was lost, and which is therefore sent again, has its effect once.
 * Errors: OutcomeUnknownError when a commit was sent and the database cannot be asked what became of it; all others mean that nothing was stored.
 */
export async function writeOnce<T>(
  database: Database,
  work: (tx: WriteTransaction) => Promise<T>,
  options?: { timeoutMs?: number },
): Promise<T> {
  const id = randomUUID();
  // By the number of the attempt; each is one that came as far as its commit.
  const answers: T[] = [];
  const storedBy = async (tx: WriteTransaction, attempt: number) =>
    Number((await tx.run(claim, { id, attempt })).map((row) => row.attempt)[0]);
  const attempt = async (tx: WriteTransaction): Promise<T> => {
    const by = await storedBy(tx, answers.length);
    if (by < answers.length) return answers[by] as T;
    const answer = await work(tx);
    answers.push(answer);
    return answer;
  };
  const ask = async (tx: WriteTransaction): Promise<T> => {
    const by = await storedBy(tx, answers.length);
    if (by === answers.length) throw new NotStored();
    return answers[by] as T;
  };
  try {
    return await database.write(attempt, options);
  } catch (error) {
    if (answers.length === 0) throw error;
    return find(() => database.write(ask), error);
  }
}

/** Asks what became of a commit until the database answers. */
async function find<T>(ask: () => Promise<T>, lost: unknown): Promise<T> {
  for (const deadline = Date.now() + ASK_WITHIN_MS; Date.now() < deadline; await sleep(500)) {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof NotStored) throw lost;
      if (!(error instanceof UnavailableError)) throw new OutcomeUnknownError({ cause: error });
    }
  }
  throw new OutcomeUnknownError({ cause: lost });
}

/** Forgets the ids that nobody can ask about any more: a write is asked about while its command lives, and none lives for a day. */
export const forgetOldWrites = (database: Database) =>
  database.write((tx) => tx.run("MATCH (o:Operation) WHERE o.at < datetime() - duration('P1D') DELETE o"));
