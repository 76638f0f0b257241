import { createHash } from 'node:crypto';

/** An entity or a fact as a source file gives it, without its line. */
export type Row = { readonly id: string; readonly [key: string]: unknown } | { readonly fact: string; readonly [key: string]: unknown };

/** A made-up document: each row stands on a line of its own. */
export interface Volume {
  readonly name: string;
  readonly published: string;
  rows(): Iterable<Row>;
}

/** The lines of a volume's source file in JSON Lines. */
export function* linesOf({ name, published, rows }: Volume): Generator<string> {
  const lineCount = count(rows());
  const sha256 = createHash('sha256').update(name).digest('hex');
  const source = {
    id: `source:${name}`,
    name,
    file: `${name}.txt`,
    sha256,
    lineCount,
    filledLines: [`1-${lineCount}`],
    language: 'zh',
    published,
  };
  yield `${JSON.stringify({ source })}\n`;
  let lines = 0;
  for (const row of rows()) {
    lines += 1;
    yield `${JSON.stringify(partOf(row, lines))}\n`;
  }
}

function partOf(row: Row, lines: number): object {
  if ('fact' in row) return { facts: [{ ...row, lines }] };
  const { id, ...declared } = row as { id: string };
  return { entities: { [id]: { ...declared, lines } } };
}

function count(rows: Iterable<unknown>): number {
  let sum = 0;
  for (const _ of rows) sum += 1;
  return sum;
}
