import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../../domain/errors.ts';
import { classPath } from './build-java-arguments.ts';
import type { Java } from './find-java.ts';
import type { EmbeddedHome } from './lay-out-home.ts';
import { type Progress, reportSeconds } from './report-seconds.ts';
import { lastLines, runProgram } from './run-program.ts';

/** Reads the password of this home's server, or makes a random one that only the operator can read. */
export function keepPassword(home: EmbeddedHome): string {
  if (existsSync(home.passwordFile)) return readFileSync(home.passwordFile, 'utf8').trim();
  if (existsSync(home.systemDatabase)) {
    throw new OperatorError(
      `${home.passwordFile} is missing, and the database beside it opens with no other password. ` +
        `Put the file back, or remove ${home.home} to begin with an empty database.`,
    );
  }
  const password = randomBytes(24).toString('base64url');
  mkdirSync(home.home, { recursive: true });
  writeFileSync(home.passwordFile, `${password}\n`, { mode: 0o600 });
  return password;
}

/** Gives the password to a Neo4j that has never run; later it knows it. */
export async function setInitialPassword(home: EmbeddedHome, java: Java, password: string, progress: Progress): Promise<void> {
  if (existsSync(home.systemDatabase)) return;
  mkdirSync(home.run, { recursive: true });
  // By an argument file, for the process list is open to everybody on the machine. A leading '-' would be an option.
  const argumentFile = join(home.run, 'set-password.args');
  const args = ['-cp', classPath(home), 'org.neo4j.cli.AdminTool', 'dbms', 'set-initial-password', '--', password];
  writeFileSync(argumentFile, args.map(quote).join('\n'), { mode: 0o600 });
  try {
    await reportSeconds('Setting up an empty database', progress, async () => {
      const flags = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto', `@${argumentFile}`];
      const result = await runProgram(java.path, flags, { NEO4J_HOME: home.home, NEO4J_CONF: home.conf });
      if (result.exitCode !== 0) throw new OperatorError(`Neo4j could not be set up:\n${lastLines(result.output, 12)}`);
    });
  } finally {
    rmSync(argumentFile, { force: true });
  }
}

function quote(argument: string): string {
  return `"${argument.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
