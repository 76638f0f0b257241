import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { OperatorError } from '../../domain/errors.ts';
import type { Java } from './find-java.ts';
import type { EmbeddedHome } from './lay-out-home.ts';

/** The child process of the server. */
export interface LaunchedServer {
  pid: number;
  /** Null while it runs, and after an end by a signal. */
  exitCode(): number | null;
  hasEnded(): boolean;
}

/**
 * Starts Java in a session of its own: Ctrl-C in the terminal reaches the parent only, which stops the server after
 * its last question. It prints into a file, for a pipe would break under an orphan.
 */
export async function launchServer(java: Java, args: string[], home: EmbeddedHome): Promise<LaunchedServer> {
  mkdirSync(home.logs, { recursive: true });
  const log = openSync(home.consoleLog, 'w');
  const child = spawn(java.path, args, { cwd: home.home, detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (cause) => reject(new OperatorError(`${java.path} cannot be run: ${cause.message}`, 1, { cause })));
  });
  child.unref();
  return {
    pid: child.pid as number,
    exitCode: () => child.exitCode,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
  };
}
