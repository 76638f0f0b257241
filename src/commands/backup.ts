import type { Command } from 'commander';
import type { Config } from '../config/read-config.ts';
import type { Database } from '../database/connect.ts';
import { backUpStore } from '../database/embedded/back-up-store.ts';
import { layOutHome } from '../database/embedded/lay-out-home.ts';
import { OperatorError } from '../domain/errors.ts';
import { computeDigest } from '../recording/digest.ts';
import { exportGraph } from '../recording/export-graph.ts';
import { readStatus } from '../recording/read-status.ts';
import type { WithDatabase } from './with-database.ts';

type Say = (line: string) => void;
const seconds = (since: number): string => ((Date.now() - since) / 1000).toFixed(1);

/** `backup FILE`: writes the whole graph to one file. */
export function registerBackup(program: Command, settings: () => Config, withDatabase: WithDatabase, say: Say): void {
  program
    .command('backup')
    .description(
      'Write the whole graph to one file of JSON Lines with a checksum, from any Neo4j, while it serves; or copy the store of the embedded one.',
    )
    .argument('<file>', 'such as graph.jsonl; with the ending .dump the embedded Neo4j is stopped, copied and started again')
    .action(async (file: string) => {
      if (file.endsWith('.dump')) await copyStore(settings(), file, withDatabase, say);
      else await withDatabase((database) => writeLines(database, file));
    });
}

async function writeLines(database: Database, file: string): Promise<void> {
  const started = Date.now();
  const { lines, digest } = await exportGraph(database, file);
  console.log(`${file}: ${lines} lines in ${seconds(started)} s`);
  console.log(`digest ${digest}`);
}

async function copyStore(config: Config, file: string, withDatabase: WithDatabase, say: Say): Promise<void> {
  if (config.neo4jUri) throw new OperatorError('A dump is made of the embedded Neo4j alone. Name a file that ends in .jsonl.', 2);
  const facts = await withDatabase(async (database) => ({
    digest: await computeDigest(database),
    schema: (await readStatus(database)).migrations.at(-1) ?? 0,
  }));
  const downMs = await backUpStore(layOutHome(config.home), config, file, facts, say);
  console.log(`${file}: the database was away for ${(downMs / 1000).toFixed(1)} s`);
  console.log(`digest ${facts.digest}`);
}
