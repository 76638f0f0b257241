import { readFileSync } from 'node:fs';
import { OperatorError } from '../../domain/errors.ts';
import type { EmbeddedHome } from './lay-out-home.ts';
import { lastLines } from './run-program.ts';

const MEANINGS: Record<number, string> = {
  1: 'it could not start; often its port or its memory was taken (GRAPH_HEAP sets the memory)',
  2: 'it could not open its data; often another process holds the same folder (GRAPH_HOME sets the folder)',
  3: 'it refused its configuration',
};

/** Says why the embedded server did not become ready, with the last lines of its log and what to do. */
export function explainFailure(home: EmbeddedHome, outcome: 'ended' | 'silent', exitCode: number | null): OperatorError {
  const meaning = exitCode === null ? undefined : MEANINGS[exitCode];
  const what =
    outcome === 'silent'
      ? 'The embedded Neo4j did not become ready in time.'
      : `The embedded Neo4j ended while starting${exitCode === null ? '' : ` (exit code ${exitCode})`}${meaning ? `: ${meaning}` : ''}.`;
  return new OperatorError(`${what}\nThe last lines of ${home.consoleLog}:\n${readLog(home)}`);
}

function readLog(home: EmbeddedHome): string {
  try {
    return lastLines(readFileSync(home.consoleLog, 'utf8'), 15).replaceAll(/^/gm, '  | ');
  } catch {
    return '  | (there is none)';
  }
}
