import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import type { Database } from '../../src/database/connect.ts';
import { heap } from './fresh-server.ts';

/** Where and with what something was measured. */
export interface RunDescription {
  readonly date: string;
  readonly commit: string;
  readonly cores: number;
  readonly processor: string;
  readonly memoryGb: number;
  readonly node: string;
  readonly neo4j: string;
  readonly heap: string;
}

/** Describes this machine, this version of the program and the database. */
export async function describeRun(database: Database): Promise<RunDescription> {
  const [row] = await database.read(
    "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version",
  );
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  return {
    date: new Date().toISOString(),
    commit: `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') === '' ? '' : ', with changes'}`,
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    neo4j: String(row?.version),
    heap,
  };
}

/** The same in one line. */
export const inOneLine = ({ date, commit, cores, processor, memoryGb, node, neo4j, heap }: RunDescription): string =>
  `${date}, commit ${commit}, ${cores} cores (${processor}), ${memoryGb} GB, Node ${node}, Neo4j ${neo4j} with a heap of ${heap} and a page cache of 256 MB.`;
