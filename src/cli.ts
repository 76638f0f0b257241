import { Command, CommanderError } from 'commander';
import { registerAudit } from './commands/audit.ts';
import { registerBackup } from './commands/backup.ts';
import { registerDigest } from './commands/digest.ts';
import { registerDoctor } from './commands/doctor.ts';
import { registerImport } from './commands/import.ts';
import { registerReset } from './commands/reset.ts';
import { registerRestore } from './commands/restore.ts';
import { registerStatus } from './commands/status.ts';
import { registerStop } from './commands/stop.ts';
import { type WithDatabase, withDatabase } from './commands/with-database.ts';
import { registerWithdraw } from './commands/withdraw.ts';
import { readConfig } from './config/read-config.ts';
import { explainError, OperatorError } from './domain/errors.ts';

const WRONG_USAGE = 2;
const FOOTER = `
Exit codes:
  0  done
  1  failed
  2  wrong usage or settings
  3  a file was refused by validation
  4  the database was lost at the last step: run the same command again

Without NEO4J_URI the commands use the Neo4j of GRAPH_HOME (.neo4j), and start and stop it themselves if it does not run.`;

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  try {
    await describeCommands().parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    return explain(error);
  }
}

function describeCommands(): Command {
  const program = new Command('cli').description('Commands on the knowledge graph.').addHelpText('after', FOOTER).exitOverride();
  // Read when a command runs, so that help is there even with wrong settings.
  const settings = () => readConfig(process.env);
  const opened: WithDatabase = async (work) => withDatabase(settings(), showProgress, work);
  registerImport(program, opened, showProgress);
  for (const register of [registerStatus, registerDigest, registerAudit, registerWithdraw, registerReset]) {
    register(program, opened);
  }
  registerBackup(program, settings, opened, showProgress);
  registerRestore(program, settings, opened, showProgress);
  registerDoctor(program, settings, opened);
  registerStop(program, settings);
  return program;
}

/** Results go to standard output; what is going on goes beside it. */
function showProgress(line: string): void {
  process.stderr.write(`${line}\n`);
}

function explain(error: unknown): number {
  // Commander has printed its own message by now; asking for help is no fault.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
  showProgress(explainError(error));
  return error instanceof OperatorError ? error.exitCode : 1;
}
