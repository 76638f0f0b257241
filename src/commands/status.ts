import type { Command } from 'commander';
import { readStatus } from '../recording/read-status.ts';
import { printTable } from './print-table.ts';
import type { WithDatabase } from './with-database.ts';

/** `status`: what the graph holds. */
export function registerStatus(program: Command, withDatabase: WithDatabase): void {
  program
    .command('status')
    .description('Print how much the graph holds, from which documents.')
    .option('--json', 'print it as JSON')
    .action((options: { json?: boolean }) =>
      withDatabase(async (database) => {
        const status = await readStatus(database);
        if (options.json) return console.log(JSON.stringify(status, null, 2));
        console.log(
          `${status.entities} entities, ${status.facts} facts, ${status.evidence} pieces of evidence, ${status.withdrawn} withdrawn facts; schema ${status.migrations.at(-1) ?? 0}`,
        );
        if (status.pending.length > 0) console.log(`import unfinished, run it again: ${status.pending.join(', ')}`);
        printTable(
          ['source', 'title', 'lines', 'evidence'],
          status.sources.map((source) => [String(source.id), String(source.name), Number(source.lineCount), Number(source.facts)]),
        );
      }),
    );
}
