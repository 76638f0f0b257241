import type { Command } from 'commander';
import { sumReports } from '../recording/report.ts';
import { withdrawSource } from '../recording/withdraw-source.ts';
import type { WithDatabase } from './with-database.ts';

/** `withdraw SOURCE-ID`: takes back what one document said. */
export function registerWithdraw(program: Command, withDatabase: WithDatabase): void {
  program
    .command('withdraw')
    .description('Withdraw a source: the facts it alone supported are taken out of the graph and kept whole with the reason.')
    .argument('<source-id>', 'as `status` prints it, such as source:spring-forum-report')
    .requiredOption('--reason <text>', 'why, kept with each withdrawn fact')
    .action((sourceId: string, options: { reason: string }) =>
      withDatabase(async (database) => {
        const { changed, withdrawn } = sumReports([await withdrawSource(database, sourceId, options.reason)]);
        console.log(`${withdrawn} withdrawn, ${changed} changed`);
      }),
    );
}
