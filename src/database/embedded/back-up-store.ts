import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../../domain/errors.ts';
import { checkDump, type DumpNote, hashFile, writeNote } from './dump-note.ts';
import { findJava, type JavaPlaces } from './find-java.ts';
import { holdHome } from './hold-home.ts';
import type { EmbeddedHome } from './lay-out-home.ts';
import { type Progress, reportSeconds } from './report-seconds.ts';
import { runAdminTool } from './run-admin-tool.ts';
import { runsHome } from './server-process.ts';
import { ownerLives, readRecord, type ServerRecord } from './server-record.ts';
import { stopServer } from './stop-server.ts';
import { finishRestore, markWhole, restoredData } from './swap-store.ts';

const BACK_WITHIN_MS = 180_000;

/**
 * Copies the stopped store into a file; a service that uses it is without its database meanwhile, and heals by itself.
 * Shape: how long no server ran. Units: milliseconds. Errors: OperatorError when another process holds the home.
 */
export async function backUpStore(
  home: EmbeddedHome,
  places: JavaPlaces,
  file: string,
  facts: Pick<DumpNote, 'digest' | 'schema'>,
  progress: Progress,
): Promise<number> {
  const java = findJava(places, progress);
  const part = `${resolve(file)}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  const release = holdHome(home, 'a backup');
  const began = performance.now();
  const service = serviceOf(home);
  try {
    await reportSeconds('Stopping Neo4j', progress, () => stopServer(home));
    finishRestore(home);
    await reportSeconds('Copying the store', progress, () => runAdminTool(home, java, ['database', 'dump', 'neo4j', `--to-path=${part}`]));
  } finally {
    release();
  }
  await keepDump(join(part, 'neo4j.dump'), file, facts);
  rmSync(part, { recursive: true, force: true });
  if (service) await reportSeconds('Waiting for the service to start it again', progress, () => untilBack(home));
  return performance.now() - began;
}

async function keepDump(dump: string, file: string, facts: Pick<DumpNote, 'digest' | 'schema'>): Promise<void> {
  const sha256 = (await hashFile(dump)) ?? '';
  // Without its note the file of an earlier backup does not pass for this one.
  rmSync(`${file}.json`, { force: true });
  renameSync(dump, file);
  await writeNote(file, { ...facts, sha256, createdAt: new Date().toISOString() });
}

/**
 * Puts the store of a dump in the place of the one there is. Until the new one is whole the old one stays; a cut leaves one of them.
 * Errors: OperatorError for half a backup, or while a service runs on the home.
 */
export async function restoreStore(home: EmbeddedHome, places: JavaPlaces, file: string, progress: Progress): Promise<DumpNote> {
  const note = await checkDump(file);
  const service = serviceOf(home);
  if (service) throw new OperatorError(`A service runs on ${home.home} (process ${service.owner.pid}). Stop it, then restore.`);
  const java = findJava(places, progress);
  const release = holdHome(home, 'a restore');
  try {
    await stopServer(home);
    finishRestore(home);
    await reportSeconds('Loading the store', progress, () => load(home, java, file));
    markWhole(home);
    finishRestore(home);
  } finally {
    release();
  }
  return note;
}

async function load(home: EmbeddedHome, java: Parameters<typeof runAdminTool>[1], file: string): Promise<void> {
  const from = join(restoredData(home), 'from');
  const conf = join(restoredData(home), 'conf');
  for (const folder of [from, conf]) mkdirSync(folder, { recursive: true });
  symlinkSync(resolve(file), join(from, 'neo4j.dump'));
  writeFileSync(join(conf, 'neo4j.conf'), `server.directories.data=${restoredData(home).replaceAll('\\', '/')}\n`);
  await runAdminTool(home, java, ['database', 'load', 'neo4j', `--from-path=${from}`, '--overwrite-destination=true'], conf);
}

function serviceOf(home: EmbeddedHome): ServerRecord | undefined {
  const record = readRecord(home);
  return record?.owner.role === 'service' && ownerLives(record) && record.owner.pid !== process.pid ? record : undefined;
}

async function untilBack(home: EmbeddedHome): Promise<void> {
  for (const deadline = Date.now() + BACK_WITHIN_MS; Date.now() < deadline; await sleep(200)) {
    const record = readRecord(home);
    if (record?.ready && runsHome(record.pid, home.home)) return;
  }
  throw new OperatorError('The backup is whole, but the service has not started its Neo4j again. Look at what it prints.');
}
