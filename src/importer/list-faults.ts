import { OperatorError } from '../domain/errors.ts';
import { type Fault, RefusedError } from '../recording/fault.ts';
import type { Piece, ReadFile } from './read-file.ts';
import { wholePath } from './read-yaml.ts';

const most = 100;

/** What is wrong in any of the files, gathered so that their author mends it in one go. */
export interface FaultList {
  /** Does one step on a piece, and keeps why it is refused. */
  gather<T>(file: ReadFile, piece: Piece, work: () => T): T | undefined;
  /** Errors: OperatorError (exit code 3) with every fault, if there is one. */
  refuse(): void;
}

/** Makes an empty list. */
export function listFaults(): FaultList {
  const lines: string[] = [];
  const refuse = () => {
    const more = lines.length > most ? `\nand ${lines.length - most} more` : '';
    if (lines.length > 0) throw new OperatorError(`${lines.slice(0, most).join('\n')}${more}\nNothing was stored.`, 3);
  };
  return {
    refuse,
    gather: (file, piece, work) => {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error;
        lines.push(...error.faults.map((fault) => describe(file, piece, fault)));
        // The rest of a file of a million lines has nothing new to say.
        if (lines.length > most) refuse();
        return undefined;
      }
    },
  };
}

const describe = ({ name }: ReadFile, { lineOf, factsBefore }: Piece, { path, message, suggestion }: Fault): string =>
  `${name}:${lineOf(path)}: ${wholePath(path, factsBefore).join('.')}: ${message}${suggestion ? `; did you mean "${suggestion}"?` : ''}`;
