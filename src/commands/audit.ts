import type { Command } from 'commander';
import { OperatorError } from '../domain/errors.ts';
import { audit } from '../recording/audit.ts';
import { printTable } from './print-table.ts';
import type { WithDatabase } from './with-database.ts';

/** `audit`: checks the whole graph and the ledger of lines. */
export function registerAudit(program: Command, withDatabase: WithDatabase): void {
  program
    .command('audit')
    .description('Check every fact, projection and line of the documents; exit code 1 when something is found.')
    .option('--json', 'print the findings as JSON')
    .action((options: { json?: boolean }) =>
      withDatabase(async (database) => {
        const findings = await audit(database);
        if (options.json) console.log(JSON.stringify(findings, null, 2));
        else if (findings.length > 0)
          printTable(
            ['check', 'subject', 'detail'],
            findings.map(({ check, subject, detail }) => [check, subject, detail]),
          );
        if (findings.length > 0) throw new OperatorError(`${findings.length} findings`, 1);
        if (!options.json) console.log('0 findings; every line of every document is cited or left out with its reason');
      }),
    );
}
