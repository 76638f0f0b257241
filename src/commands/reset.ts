import type { Command } from 'commander';
import { OperatorError } from '../domain/errors.ts';
import { reset } from '../recording/reset.ts';
import type { WithDatabase } from './with-database.ts';

/** `reset --yes`: empties the graph. */
export function registerReset(program: Command, withDatabase: WithDatabase): void {
  program
    .command('reset')
    .description('Delete everything in the graph; the documents and source files are not touched.')
    .option('--yes', 'really do it')
    .action(async (options: { yes?: boolean }) => {
      if (!options.yes) throw new OperatorError('This deletes the whole graph. Say --yes to do it.', 2);
      await withDatabase(async (database) => console.log(`${await reset(database)} nodes deleted`));
    });
}
