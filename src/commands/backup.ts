import type { Command } from 'commander';
import { exportGraph } from '../recording/export-graph.ts';
import type { WithDatabase } from './with-database.ts';

/** `backup FILE`: writes the whole graph to one file. */
export function registerBackup(program: Command, withDatabase: WithDatabase): void {
  program
    .command('backup')
    .description('Write the whole graph to one file of JSON Lines with a checksum, from any Neo4j, while it serves.')
    .argument('<file>', 'such as graph.jsonl; it bears this name only when it is whole')
    .action((file: string) =>
      withDatabase(async (database) => {
        const started = Date.now();
        const { lines, digest } = await exportGraph(database, file);
        console.log(`${file}: ${lines} lines in ${((Date.now() - started) / 1000).toFixed(1)} s`);
        console.log(`digest ${digest}`);
      }),
    );
}
