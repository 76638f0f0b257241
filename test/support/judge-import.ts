import type { Database } from '../../src/database/connect.ts';
import { checkFault, checkHealed, checkWrites, type Heard } from './check-fault.ts';
import { batchesIn } from './run-command.ts';
import { type EndedImport, type Login, runImport } from './run-import.ts';

/** As if the time had passed for which a killed import locks. */
export const passLockTime = (database: Database) => database.write((tx) => tx.run('MATCH (l:ImportLock) SET l.until = datetime()'));

/**
 * What is wrong after an import that was broken off, and after the same command again, which may not say that it failed. Shape: in words, and how long the command took.
 */
export async function judgeImport(database: Database, login: Login, files: readonly string[], digest: string, broken: EndedImport) {
  const after = [...checkSaid(broken), ...(await checkFault(database, broken.heard))];
  const began = performance.now();
  const again = await runImport(login, files).ended;
  const ms = performance.now() - began;
  const told = again.code === 0 ? [] : [`the same command again: ${again.code} ${again.said}`];
  const ids = await checkWrites(database, bothOf(broken.heard, again.heard));
  return { wrong: [...after, ...told, ...ids, ...(await checkHealed(database, digest))], ms };
}

/** Nothing is said to be stored of which the client has not heard. */
function checkSaid({ said, heard: { acknowledged } }: EndedImport): string[] {
  const batches = batchesIn(said);
  return batches <= acknowledged.length ? [] : [`says that ${batches} batches are stored, and has heard of ${acknowledged.length}`];
}

const bothOf = (one: Heard, other: Heard): Heard => ({
  acknowledged: [...one.acknowledged, ...other.acknowledged],
  unknown: [...one.unknown, ...other.unknown],
});
