import type { Command } from 'commander';
import { restoreGraph } from '../recording/restore-graph.ts';
import type { WithDatabase } from './with-database.ts';

/** `restore FILE`: fills an empty graph from a backup. */
export function registerRestore(program: Command, withDatabase: WithDatabase): void {
  program
    .command('restore')
    .description('Fill an empty graph from a backup; half a backup is refused before anything is stored.')
    .argument('<file>', 'as `backup` wrote it')
    .action((file: string) =>
      withDatabase(async (database) => {
        const started = Date.now();
        const { lines, digest } = await restoreGraph(database, file);
        console.log(`${lines} lines restored in ${((Date.now() - started) / 1000).toFixed(1)} s`);
        console.log(`digest ${digest}, as of the graph that was backed up`);
      }),
    );
}
