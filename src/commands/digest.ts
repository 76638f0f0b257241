import type { Command } from 'commander';
import { computeDigest } from '../recording/digest.ts';
import type { WithDatabase } from './with-database.ts';

/** `digest`: the hash of everything the graph says. */
export function registerDigest(program: Command, withDatabase: WithDatabase): void {
  program
    .command('digest')
    .description('Print the hash over all living entities, facts and evidence.')
    .option('--json', 'print it as JSON')
    .action((options: { json?: boolean }) =>
      withDatabase(async (database) => {
        const digest = await computeDigest(database);
        console.log(options.json ? JSON.stringify({ digest }) : digest);
      }),
    );
}
