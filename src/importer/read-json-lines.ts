import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { OperatorError } from '../domain/errors.ts';
import type { Fault } from '../recording/fault.ts';
import { type Piece, rowsPerPiece } from './read-file.ts';

const lineSchema = z.strictObject({
  source: z.unknown().optional(),
  entities: z.record(z.string(), z.unknown()).optional(),
  facts: z.array(z.unknown()).optional(),
  leftOut: z.array(z.unknown()).optional(),
});
type Line = z.output<typeof lineSchema>;

/**
 * Reads a source file of JSON Lines, each line a part of the file, the first with the source.
 * Errors: OperatorError (exit code 3) for a line that is no UTF-8, no JSON or no part of a source file.
 */
export async function* jsonLinesPieces(name: string): AsyncGenerator<Piece> {
  const declared = new Set<string>();
  let source: unknown;
  let factsBefore = 0;
  let rows: Row[] = [];
  let size = 0;
  for await (const { text, number } of linesOf(name)) {
    const line = parseLine(name, text, number);
    if (number > 1 && line.source !== undefined) throw fault(name, number, 'the source stands on the first line alone');
    for (const id of Object.keys(line.entities ?? {}))
      if (declared.size === declared.add(id).size) throw fault(name, number, `${id} is declared on a line before, too`);
    source ??= line.source;
    rows.push({ line, number });
    size += sizeOf(line);
    if (size < rowsPerPiece) continue;
    yield pieceOf(source, rows, factsBefore);
    factsBefore += rows.reduce((sum, row) => sum + (row.line.facts?.length ?? 0), 0);
    [rows, size] = [[], 0];
  }
  if (rows.length > 0 || source === undefined) yield pieceOf(source, rows, factsBefore);
}

type Row = { readonly line: Line; readonly number: number };
const sizeOf = ({ entities = {}, facts = [] }: Line): number => Object.keys(entities).length + facts.length;

function pieceOf(source: unknown, rows: readonly Row[], factsBefore: number): Piece {
  const entities = rows.flatMap(({ line, number }) => Object.entries(line.entities ?? {}).map(([id, entity]) => ({ id, entity, number })));
  const facts = rows.flatMap(({ line, number }) => (line.facts ?? []).map((fact) => ({ fact, number })));
  const leftOut = rows.flatMap(({ line, number }) => (line.leftOut ?? []).map((part) => ({ part, number })));
  return {
    factsBefore,
    value: {
      source,
      entities: Object.fromEntries(entities.map(({ id, entity }) => [id, entity])),
      facts: facts.map(({ fact }) => fact),
      leftOut: leftOut.map(({ part }) => part),
    },
    lineOf: ([first, second]: Fault['path']) => {
      if (first === 'entities') return entities.find(({ id }) => id === second)?.number ?? 1;
      if (first === 'facts') return facts[Number(second)]?.number ?? 1;
      return first === 'leftOut' ? (leftOut[Number(second)]?.number ?? 1) : 1;
    },
  };
}

function parseLine(name: string, text: string, number: number): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw fault(name, number, 'is no JSON');
  }
  const line = lineSchema.safeParse(value);
  if (!line.success) throw fault(name, number, 'must be an object with source, entities, facts or leftOut, as of a source file');
  return line.data;
}

/** The lines that are not empty, numbered from 1. */
async function* linesOf(name: string): AsyncGenerator<{ text: string; number: number }> {
  let number = 0;
  let rest = Buffer.alloc(0);
  const take = (bytes: Buffer) => {
    number += 1;
    if (!isUtf8(bytes)) throw fault(name, number, 'is not UTF-8. Save the file as UTF-8 and import it again');
    return new TextDecoder().decode(bytes);
  };
  for await (const bytes of createReadStream(name)) {
    let at = 0;
    rest = Buffer.concat([rest, bytes as Buffer]);
    for (let end = rest.indexOf(10); end >= 0; at = end + 1, end = rest.indexOf(10, at)) {
      const text = take(rest.subarray(at, end));
      if (text.trim() !== '') yield { text, number };
    }
    rest = rest.subarray(at);
  }
  const text = take(rest);
  if (text.trim() !== '') yield { text, number };
}

const fault = (name: string, number: number, what: string) => new OperatorError(`${name}:${number}: ${what}.\nNothing was stored.`, 3);
