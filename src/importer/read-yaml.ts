import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { type Alias, type Document, isNode, LineCounter, parseDocument, visit } from 'yaml';
import { OperatorError } from '../domain/errors.ts';
import type { Fault } from '../recording/fault.ts';
import { type Piece, rowsPerPiece } from './read-file.ts';

const largest = 16 * 1024 * 1024;

/** Reads a YAML source file whole. Errors: OperatorError (exit code 3) for one that is too large, no UTF-8 or no YAML, with the line. */
export async function yamlPieces(name: string): Promise<() => AsyncIterable<Piece>> {
  if ((await stat(name)).size > largest)
    throw new OperatorError(
      `${name}: is larger than 16 MB. Write it as JSON Lines (README, "Adding a document"), which any size can have.`,
      3,
    );
  const counter = new LineCounter();
  const document = parseDocument(decode(name, await readFile(name)), { lineCounter: counter, uniqueKeys: true });
  const [error] = document.errors;
  if (error) throw new OperatorError(`${name}:${counter.linePos(error.pos[0]).line}: ${error.message.split('\n')[0]}`, 3);
  const value = toValue(name, document, counter);
  return async function* () {
    for (const part of partsOf(value)) yield { ...part, lineOf: (path) => lineOf(document, counter, wholePath(path, part.factsBefore)) };
  };
}

function toValue(name: string, document: Document, counter: LineCounter): unknown {
  try {
    return document.toJS({ maxAliasCount: 1000 });
  } catch (cause) {
    // It is always an alias: one without its anchor, or too many.
    let line = 1;
    const Alias = (_key: unknown, alias: Alias) => {
      line = counter.linePos(alias.range?.[0] ?? 0).line;
      return alias.resolve(document) ? undefined : visit.BREAK;
    };
    visit(document, { Alias });
    throw new OperatorError(`${name}:${line}: ${(cause as Error).message}`, 3);
  }
}

function decode(name: string, bytes: Buffer): string {
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  let line = 1;
  for (let at = 0, end = bytes.indexOf(10); end >= 0 && isUtf8(bytes.subarray(at, end)); at = end + 1, end = bytes.indexOf(10, at))
    line += 1;
  throw new OperatorError(`${name}:${line}: is not UTF-8. Save the file as UTF-8 and import it again.`, 3);
}

type Part = Pick<Piece, 'value' | 'factsBefore'>;

/** The entities first, so that every fact finds its ends in place. What is no source file stays whole, to be refused. */
function* partsOf(value: unknown): Generator<Part> {
  const { entities, facts, leftOut, ...head } = (value ?? {}) as Record<string, unknown>;
  const named = entities && typeof entities === 'object' ? Object.entries(entities) : [];
  if (!Array.isArray(facts) || named.length + facts.length <= rowsPerPiece) return yield { value, factsBefore: 0 };
  for (let at = 0; at < named.length + facts.length; at += rowsPerPiece) {
    const [from, to] = [at - named.length, at - named.length + rowsPerPiece].map((place) => Math.max(0, place)) as [number, number];
    const some = Object.fromEntries(named.slice(at, at + rowsPerPiece));
    yield { value: { ...head, entities: some, facts: facts.slice(from, to), ...(at === 0 && { leftOut }) }, factsBefore: from };
  }
}

/** A path within a part, as a path within the file. */
export const wholePath = (path: Fault['path'], factsBefore: number): Fault['path'] =>
  path[0] === 'facts' && typeof path[1] === 'number' ? [path[0], path[1] + factsBefore, ...path.slice(2)] : path;

/** The line of the value at a path, or of the nearest thing around it. */
function lineOf(document: Document, counter: LineCounter, path: Fault['path']): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
}
