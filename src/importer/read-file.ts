import type { Fault } from '../recording/fault.ts';

/** A part of a source file that one transaction can hold, as parsed, with the way back from a value's path to the line it stands on. */
export interface Piece {
  readonly value: unknown;
  /** How many of the file's facts stand before it. */
  readonly factsBefore: number;
  lineOf(path: Fault['path']): number;
}

/** A source file, read piece by piece as often as needed. */
export interface ReadFile {
  readonly name: string;
  /** Of its bytes: the same hash, read by the same program, gives the same facts. */
  readonly hash: string;
  pieces(): AsyncIterable<Piece>;
}

/** How many entities and facts a piece has at most: with all that is projected from them they fit the memory of a transaction. */
export const rowsPerPiece = 1000;
