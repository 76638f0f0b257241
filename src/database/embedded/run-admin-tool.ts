import { OperatorError } from '../../domain/errors.ts';
import { classPath } from './build-java-arguments.ts';
import type { Java } from './find-java.ts';
import type { EmbeddedHome } from './lay-out-home.ts';
import { lastLines, runProgram } from './run-program.ts';

/** Runs a command of neo4j-admin on a stopped server. Errors: OperatorError with the last lines it printed. */
export async function runAdminTool(home: EmbeddedHome, java: Java, args: readonly string[], conf = home.conf): Promise<void> {
  const flags = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto', '-cp', classPath(home), 'org.neo4j.cli.AdminTool'];
  const { exitCode, output } = await runProgram(java.path, [...flags, ...args], { NEO4J_HOME: home.home, NEO4J_CONF: conf });
  if (exitCode !== 0)
    throw new OperatorError(`neo4j-admin ${args.slice(0, 2).join(' ')} failed (exit code ${exitCode}):\n${lastLines(output, 12)}`);
}
