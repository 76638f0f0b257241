import { expect } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { deleteAll } from '../../src/recording/delete-all.ts';
import { migrate } from '../../src/recording/migrate.ts';
import { type FaultProxy, faultProxy } from './fault-proxy.ts';
import { batchesIn } from './run-command.ts';
import { type EndedImport, type Login, type RunningImport, runImport } from './run-import.ts';

/** A fault at a point of an import, which is a message from it to Neo4j: the connection is cut there, and what else happens. */
export interface PointFault {
  /** From 1. */
  readonly n: number;
  readonly side?: 'before' | 'after';
  readonly also?: (importer: RunningImport, way: FaultProxy) => void;
}

/** How an import ended that met a fault; without a moment, it did not fire. Units: ms since 1970. */
export interface FaultedImport extends EndedImport {
  readonly firedAt?: number;
  readonly messages: readonly string[];
}

/** Imports files into the empty graph over a way that has a fault. */
export async function importWithFault(
  database: Database,
  login: Login,
  files: readonly string[],
  { n, side = 'before', also }: PointFault,
): Promise<FaultedImport> {
  await deleteAll(database);
  await migrate(database);
  const way = await faultProxy(login.uri);
  const importer = runImport({ ...login, uri: way.uri }, files);
  let firedAt: number | undefined;
  way.cutAt(n, side, () => {
    firedAt = performance.timeOrigin + performance.now();
    also?.(importer, way);
  });
  const ended = await importer.ended;
  await way.close();
  return { ...ended, firedAt, messages: way.messages };
}

/** What an import with nothing in its way gives and says, how long it takes, and where its points lie. */
export interface WholeImport extends FaultedImport {
  readonly digest: string;
  readonly ms: number;
  /** The points after the COMMIT of its first batch, up to that of its last. */
  readonly between: readonly number[];
}

/** Imports files into the empty graph with nothing in the way. */
export async function importWhole(database: Database, login: Login, files: readonly string[]): Promise<WholeImport> {
  const began = performance.now();
  const ended = await importWithFault(database, login, files, { n: 0 });
  expect([ended.code, ended.said]).toEqual([0, expect.stringContaining(', the last')]);
  const digest = /sha256:\w+/.exec(ended.out)?.[0] ?? '';
  return { ...ended, digest, ms: performance.now() - began, between: pointsBetween(ended) };
}

/** Behind the COMMITs of the batches stands but one, which gives the lock back. */
function pointsBetween({ messages, said }: FaultedImport): number[] {
  const commits = messages.flatMap((name, index) => (name === 'COMMIT' ? [index + 1] : []));
  const [first = 0, last = 0] = [commits.at(-1 - batchesIn(said)), commits.at(-2)];
  return Array.from({ length: last - first }, (_, index) => first + 1 + index);
}

/** Whether its fault fired when the client had heard that a batch is stored, and was still to hear it of another. */
export const firedBetween = ({ firedAt = 0, journal }: FaultedImport, batches: number): boolean => {
  const heard = journal.filter(({ what, at }) => what === 'stored' && at < firedAt).length;
  return heard > 0 && heard < batches;
};

/** Where no fault fired, nothing may have failed. Shape: what is wrong, in words. */
export const failedByItself = ({ firedAt, code, said }: FaultedImport): string[] =>
  firedAt === undefined && code !== 0 ? [`no fault, and exit ${code}: ${said}`] : [];
