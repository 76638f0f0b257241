import { keepArchive } from './class-data-archive.ts';
import type { EmbeddedHome } from './lay-out-home.ts';
import { type Progress, reportSeconds } from './report-seconds.ts';
import { endServer, runsHome } from './server-process.ts';
import { readRecord, removeRecord } from './server-record.ts';

/** Stops the server of a home, whoever started it. Shape: false when none ran. */
export async function stopServer(home: EmbeddedHome): Promise<boolean> {
  const record = readRecord(home);
  if (!record) return false;
  const ran = runsHome(record.pid, home.home);
  const cleanEnd = ran && (await endServer(record.pid, home.home));
  // Cut off while it started, it has seen too few classes.
  keepArchive(record.archive, cleanEnd && record.ready);
  removeRecord(home);
  return ran;
}

/** Stops the server of a home if this process owns it; another may have taken it over meanwhile. */
export async function stopIfOurs(home: EmbeddedHome, progress: Progress): Promise<void> {
  const record = readRecord(home);
  if (record?.owner.pid !== process.pid) return;
  const step = record.archive.building
    ? 'Stopping Neo4j, and keeping its classes for quicker starts (some 10 s, this once)'
    : 'Stopping Neo4j';
  await reportSeconds(step, progress, () => stopServer(home));
}

/** Ends the server by force if this process owns it, for a second Ctrl-C; what was written stands in its log. */
export function killIfOurs(home: EmbeddedHome): void {
  const record = readRecord(home);
  if (record?.owner.pid !== process.pid) return;
  if (runsHome(record.pid, home.home)) process.kill(record.pid, 'SIGKILL');
  keepArchive(record.archive, false);
  removeRecord(home);
}
