import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, WriteTransaction } from '../database/connect.ts';
import { OperatorError, TimeoutError } from '../domain/errors.ts';

/** The right to change what the graph holds, which one process at a time has. */
export interface ImportLock {
  /** The first and the last thing a transaction does: it prolongs the lock, and makes sure that it still is ours. Errors: OperatorError when another took it. */
  keep(tx: WriteTransaction): Promise<void>;
  /** The same by itself, where much time passes between two transactions. */
  renew(): Promise<void>;
  /** The same where it is called more often than need be: a transaction of its own takes longer than most steps between. */
  renewIfDue(): Promise<void>;
  /** The same again and again while a piece of work lasts that has no such transactions, and once more at its end. */
  renewDuring<T>(work: Promise<T>): Promise<T>;
}

// Longer than any pause between two transactions on a busy machine, and no more, for a killed import locks until then; in a transaction nobody can take it.
const leaseSeconds = 10;
const dueAfterMs = 2000;

const take = `
MERGE (l:ImportLock {id: 'import'})
SET l.asked = true
WITH l WHERE l.until IS NULL OR l.until < datetime.realtime() OR l.holder = $holder
SET l.holder = $holder, l.until = datetime.realtime() + duration({seconds: $leaseSeconds})
RETURN true AS taken`;
const extend = `
MATCH (l:ImportLock {id: 'import', holder: $holder})
SET l.until = datetime.realtime() + duration({seconds: $leaseSeconds})
RETURN true AS kept`;

/**
 * Does work that no import, withdrawal, restore or reset may disturb. A lock that a killed one has left is waited out.
 * Errors: OperatorError while another runs, after `patienceMs`.
 */
export async function withImportLock<T>(
  database: Database,
  work: (lock: ImportLock) => Promise<T>,
  patienceMs = (leaseSeconds + 2) * 1000,
): Promise<T> {
  const holder = randomUUID();
  for (const deadline = Date.now() + patienceMs; !(await isTaken(database, holder)); await sleep(250))
    if (Date.now() > deadline)
      throw new OperatorError('Another import, restore or reset is running. Wait until it has ended, then run this again.');
  try {
    return await work(lockOf(database, holder));
  } finally {
    // Where the database is lost, the lock ends by itself.
    await database.write((tx) => tx.run("MATCH (l:ImportLock {id: 'import', holder: $holder}) DELETE l", { holder })).catch(() => {});
  }
}

function lockOf(database: Database, holder: string): ImportLock {
  let renewedAt = performance.now();
  const kept = (tx: WriteTransaction) => keep(tx, holder);
  const renew = async () => {
    await database.write(kept);
    renewedAt = performance.now();
  };
  return {
    keep: kept,
    renew,
    renewIfDue: async () => (performance.now() - renewedAt < dueAfterMs ? undefined : renew()),
    renewDuring: (work) => renewDuring(renew, work),
  };
}

async function renewDuring<T>(renew: () => Promise<void>, work: Promise<T>): Promise<T> {
  // One that fails is made good by the next; at the end it shows whether the lock was ours all the time.
  const beat = setInterval(() => void renew().catch(() => {}), dueAfterMs);
  const result = await work.finally(() => clearInterval(beat));
  await renew();
  return result;
}

async function isTaken(database: Database, holder: string): Promise<boolean> {
  try {
    return (await database.write((tx) => tx.run(take, { holder, leaseSeconds }))).length > 0;
  } catch (error) {
    // A transaction of the other import is at work.
    if (error instanceof TimeoutError) return false;
    throw error;
  }
}

async function keep(tx: WriteTransaction, holder: string): Promise<void> {
  const kept = await tx.run(extend, { holder, leaseSeconds });
  if (kept.length === 0)
    throw new OperatorError('Another import, restore or reset has taken over meanwhile. Run this one again when it has ended.');
}
