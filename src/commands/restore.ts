import type { Command } from 'commander';
import type { Config } from '../config/read-config.ts';
import type { Database } from '../database/connect.ts';
import { restoreStore } from '../database/embedded/back-up-store.ts';
import { checkDump } from '../database/embedded/dump-note.ts';
import { layOutHome } from '../database/embedded/lay-out-home.ts';
import { OperatorError } from '../domain/errors.ts';
import { computeDigest } from '../recording/digest.ts';
import { migrate } from '../recording/migrate.ts';
import { newestMigration } from '../recording/migrations.ts';
import { restoreGraph } from '../recording/restore-graph.ts';
import type { WithDatabase } from './with-database.ts';

type Say = (line: string) => void;
const seconds = (since: number): string => ((Date.now() - since) / 1000).toFixed(1);

/** `restore FILE`: fills an empty graph from a backup, or puts a copied store in the place of the one there is. */
export function registerRestore(program: Command, settings: () => Config, withDatabase: WithDatabase, say: Say): void {
  program
    .command('restore')
    .description(
      'Fill an empty graph from a backup; half a backup is refused before anything is stored. A .dump replaces the store of the embedded Neo4j.',
    )
    .argument('<file>', 'as `backup` wrote it')
    .action(async (file: string) => {
      if (file.endsWith('.dump')) await replaceStore(settings(), file, withDatabase, say);
      else await withDatabase((database) => readLines(database, file));
    });
}

async function readLines(database: Database, file: string): Promise<void> {
  const started = Date.now();
  const { lines, digest } = await restoreGraph(database, file);
  console.log(`${lines} lines restored in ${seconds(started)} s`);
  console.log(`digest ${digest}, as of the graph that was backed up`);
}

async function replaceStore(config: Config, file: string, withDatabase: WithDatabase, say: Say): Promise<void> {
  if (config.neo4jUri)
    throw new OperatorError('A dump is restored into the embedded Neo4j alone. Unset NEO4J_URI, or restore a .jsonl.', 2);
  const { schema } = await checkDump(file);
  if (schema > newestMigration)
    throw new OperatorError(`${file} was written by a newer version of this program (schema ${schema}). Install that version first.`);
  const started = Date.now();
  const { digest } = await restoreStore(layOutHome(config.home), config, file, say);
  await withDatabase(async (database) => {
    await migrate(database);
    const found = await computeDigest(database);
    if (found !== digest) throw new OperatorError(`The restored graph has the digest ${found}, the backup ${digest}. Report this.`);
  });
  console.log(`restored in ${seconds(started)} s`);
  console.log(`digest ${digest}, as of the graph that was backed up`);
}
