import { spawn } from 'node:child_process';

/** What a program left behind. `output` joins what it printed on both streams. */
export interface ProgramResult {
  exitCode: number | null;
  output: string;
}

/** Runs a program to its end, without a shell. */
export function runProgram(path: string, args: string[], extraEnvironment: Record<string, string> = {}): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, {
      env: { ...process.env, ...extraEnvironment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, output }));
  });
}

/** The last lines of a text, for the foot of an error message. */
export function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
