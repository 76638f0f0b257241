import { setFlagsFromString } from 'node:v8';
import type { Command } from 'commander';
import { importFiles } from '../importer/import-files.ts';
import { computeDigest } from '../recording/digest.ts';
import { migrate } from '../recording/migrate.ts';
import { type LoadReport, sumReports } from '../recording/report.ts';
import { printTable } from './print-table.ts';
import type { WithDatabase } from './with-database.ts';

/** `import FILE…`: makes the graph hold what the files say. */
export function registerImport(program: Command, withDatabase: WithDatabase, say: (line: string) => void): void {
  program
    .command('import')
    .description(
      'Import source files (YAML, or JSON Lines of any size). Importing a file again changes only what the file now says otherwise.',
    )
    .argument('<file...>', 'source files; all are checked before anything is stored')
    .option('--dry-run', 'check and try everything, keep nothing')
    .option('--json', 'print the report as JSON')
    .action((files: string[], options: { dryRun?: boolean; json?: boolean }) =>
      withDatabase(async (database) => {
        // Else the collector lets the memory double before it looks: half a gigabyte where a quarter is in use.
        setFlagsFromString('--heap-growing-percent=20');
        await migrate(database);
        const started = Date.now();
        const reports = await importFiles(database, files, { dryRun: options.dryRun, progress: say });
        const digest = await computeDigest(database);
        const seconds = (Date.now() - started) / 1000;
        if (options.json)
          console.log(JSON.stringify({ dryRun: options.dryRun ?? false, reports, total: sumReports(reports), digest, seconds }, null, 2));
        else printReports(reports, digest, seconds, options.dryRun);
      }),
    );
}

function printReports(reports: readonly LoadReport[], digest: string, seconds: number, dryRun = false): void {
  for (const { source, counts } of reports) {
    console.log(source);
    printTable(
      ['kind', 'created', 'changed', 'unchanged', 'withdrawn'],
      Object.entries(counts).map(([kind, row]) => [kind, row.created, row.changed, row.unchanged, row.withdrawn]),
    );
  }
  const { created, changed, unchanged, withdrawn } = sumReports(reports);
  console.log(
    `${created} created, ${changed} changed, ${unchanged} unchanged, ${withdrawn} withdrawn in ${seconds.toFixed(1)} s${dryRun ? ' (dry run: nothing was kept)' : ''}`,
  );
  console.log(`digest ${digest}`);
}
